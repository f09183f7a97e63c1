import type { ConsentPurpose } from '../consents/consent-purpose.ts'
import { canReceiveFor, isAgencyKind } from '../partnership/agency.ts'
import { done, type Result, refused } from '../result.ts'

/** Why the referral was made: "when agreed or requested" (I2), or a manager's authority in place of both. */
export const ASKED_BY = {
  agreed: { label: 'We suggested it and the client agreed' },
  requested: { label: 'The client asked for it' },
  override: { label: 'Sharing without consent, authorised by a manager' },
} as const satisfies Record<string, { label: string }>

export type AskedBy = keyof typeof ASKED_BY

/** The reason to show. An override replaces the recorded one, which may name an agreement never given. */
export function whyReferred(origin: { askedBy: AskedBy; overrideId: string | null }): AskedBy {
  return origin.overrideId === null ? origin.askedBy : 'override'
}

interface Decision {
  fromAgencyId: string
  decidedAt: Date
  purpose: ConsentPurpose
  recipient: { agencyId: string; kind: string }
  /** When the case's report was received: a decision cannot be earlier. */
  receivedAt: Date
}

export type DecisionRefusal =
  | { kind: 'decided-in-the-future' }
  | { kind: 'decided-before-report' }
  | { kind: 'recipient-is-own-agency' }
  | { kind: 'recipient-cannot-receive' }

export interface Receiver {
  kind: string
  /** The purposes it offers; empty means all of its kind. */
  purposes: readonly string[]
  takesReferrals: boolean
}

export type ReceiverRefusal = { kind: 'recipient-cannot-receive' } | { kind: 'recipient-takes-none' }

/** Whether an agency can be sent anything for this purpose now. Checked before a decision and before an override. */
export function checkReceiver(receiver: Receiver, purpose: ConsentPurpose): Result<null, ReceiverRefusal> {
  const { kind, purposes, takesReferrals } = receiver
  const offers = purposes.length === 0 || purposes.includes(purpose)
  const able = isAgencyKind(kind) && canReceiveFor(kind, purpose) && offers
  if (!able) return refused({ kind: 'recipient-cannot-receive' })
  return takesReferrals ? done(null) : refused({ kind: 'recipient-takes-none' })
}

/** A decision may be recorded late, and its clock then shows the lateness. It may not be in the future. */
export function checkReferralDecision(decision: Decision, now: Date): Result<{ decidedAt: Date }, DecisionRefusal> {
  const { fromAgencyId, decidedAt, purpose, recipient, receivedAt } = decision
  if (decidedAt > now) return refused({ kind: 'decided-in-the-future' })
  if (decidedAt < receivedAt) return refused({ kind: 'decided-before-report' })
  if (recipient.agencyId === fromAgencyId) return refused({ kind: 'recipient-is-own-agency' })
  const able = isAgencyKind(recipient.kind) && canReceiveFor(recipient.kind, purpose)
  return able ? done({ decidedAt }) : refused({ kind: 'recipient-cannot-receive' })
}
