import type { CalendarDay } from '../time/calendar-day.ts'
import type { AgreedContact } from './agreed-contact.ts'
import type { ActionProgress } from './plan-action.ts'
import type { PlanAlert } from './plan-alerts.ts'
import type { PlanContent, PlanState } from './plan-content.ts'
import type { PlanGap } from './plan-gaps.ts'
import type { AgreementWay, PlanParty, SignatureMade } from './plan-signature.ts'

/** One version of a plan. */
export interface PlanVersion {
  planId: string
  version: number
  state: PlanState
  content: PlanContent
  /** Counts the times it was saved: a form shows what it was when it opened. */
  revision: number
  changedAt: Date
  /** SHA-256 of the canonical text, in hex. That of a draft changes with every change. */
  fingerprint: string
  agreedAt: Date | null
  agreedWay: AgreementWay | null
  signatures: SignatureMade[]
}

/** An action of the agreed version: what was signed, and how it is going. */
export interface FollowedAction extends ActionProgress {
  what: string
  why: string
  revision: number
}

/** The action plan of a case as it is now. */
export interface PlanOfCase {
  caseId: string
  /** The draft if there is one, otherwise the agreed version. */
  newest: PlanVersion
  draft: PlanVersion | null
  agreed: PlanVersion | null
  /** What the draft still lacks before it may be signed; empty without a draft. */
  gaps: PlanGap[]
  /** Who has answered the draft's present text. */
  signedBy: PlanParty[]
  /** Of the agreed version. `isActionOverdue` says which are overdue. */
  actions: FollowedAction[]
  agreedContact: AgreedContact | null
  /** By when the agreed contact is due; null while none is agreed, or when the case is closed. */
  nextContactDueOn: CalendarDay | null
  alerts: PlanAlert[]
}
