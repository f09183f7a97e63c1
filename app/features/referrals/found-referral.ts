import type { ReferralState } from '../../domain/referrals/referral.ts'

export interface FoundReferral {
  referralId: string
  reference: string
  state: ReferralState
  attempts: number | null
  /** Null once the package is hidden. */
  clientName: string | null
  /** Safe times to reach a client who met violence or a threat; null for any other client. */
  violence: { safeTimes: string } | null
  otherAgency: string
}

export interface FoundReferrals {
  received: FoundReferral[]
  sent: FoundReferral[]
  more: boolean
}
