import type { ReferralState } from '../../domain/referrals/referral.ts'

export interface FoundReferral {
  referralId: string
  reference: string
  state: ReferralState
  attempts: number | null
  /** Null once what was shared is hidden. */
  clientName: string | null
  /** Null, or when it is safe to reach a client who met violence or its threat. */
  violence: { safeTimes: string } | null
  otherAgency: string
}

export interface FoundReferrals {
  received: FoundReferral[]
  sent: FoundReferral[]
  /** More than are shown. */
  more: boolean
}
