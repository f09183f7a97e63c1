import { holdsCases, type StaffRole } from '../partnership/actor.ts'
import { done, type Result, refused } from '../result.ts'
import { isBeforeMinuteOf } from '../time/calendar-day.ts'
import type { Contactability } from './case-event.ts'
import { type ContactOutcome, contactSucceeded } from './contact.ts'
import { INCIDENT_TYPES, type IncidentTypeId } from './incident-type.ts'
import type { ReporterRole } from './report.ts'

export const CASE_STAGES = {
  open: { label: 'Open' },
  closed: { label: 'Closed' },
} as const satisfies Record<string, { label: string }>

export type CaseStage = keyof typeof CASE_STAGES

/** A report keyed in during the call is not back-dated. One received longer ago needs a reason. */
const BACKDATED_AFTER_MINUTES = 60

/**
 * Whether a contact clock can run at all (R2). It cannot for an anonymous report, nor when the client does not know
 * that someone else reported: a call could put them in danger.
 */
export function contactabilityOf(report: { reporterRole: ReporterRole; clientAware: boolean }): Contactability {
  if (report.reporterRole === 'anonymous') return 'anonymous'
  return report.reporterRole === 'victim' || report.clientAware ? 'possible' : 'client_unaware'
}

/** Serious (R4): the reporter said there was violence or a threat, or the incident type always is violence. */
export function isSerious(report: { violence: boolean; types: readonly IncidentTypeId[] }): boolean {
  return report.violence || report.types.some((type) => INCIDENT_TYPES[type].violence === 'always')
}

/** Older reports are refused: their deadlines passed long ago, and the holidays of that year may not be listed. */
const OLDEST_REPORT_DAYS = 730

export type ReceivedRefusal =
  | { kind: 'received-in-the-future' }
  | { kind: 'received-too-long-ago' }
  | { kind: 'backdated-without-reason' }

/** A report may have been received in the past, because staff record it later. Its clocks still count from receipt. */
export function checkReceived(
  report: { receivedAt: Date; backdatedReason: string },
  now: Date,
): Result<{ backdated: boolean }, ReceivedRefusal> {
  if (report.receivedAt > now) return refused({ kind: 'received-in-the-future' })
  const minutes = (now.getTime() - report.receivedAt.getTime()) / 60_000
  if (minutes > OLDEST_REPORT_DAYS * 1_440) return refused({ kind: 'received-too-long-ago' })
  const backdated = minutes > BACKDATED_AFTER_MINUTES
  if (backdated && !report.backdatedReason.trim()) return refused({ kind: 'backdated-without-reason' })
  return done({ backdated })
}

/** The facts about a member of staff that decide whether they can have a case. */
export interface Holder {
  staffId: string
  agencyId: string
  role: StaffRole
  active: boolean
}

export interface CaseHeld {
  agencyId: string
  stage: CaseStage
  caseWorkerId: string | null
  alternativeContactId: string | null
}

export type HolderRefusal =
  | { kind: 'other-agency' }
  | { kind: 'has-left' }
  | { kind: 'role-holds-no-cases'; role: StaffRole }
export type AllocationRefusal = HolderRefusal | { kind: 'case-closed' } | { kind: 'already-allocated-to-them' }

export function checkHolder(agencyId: string, staff: Holder): Result<null, HolderRefusal> {
  if (staff.agencyId !== agencyId) return refused({ kind: 'other-agency' })
  if (!staff.active) return refused({ kind: 'has-left' })
  if (!holdsCases(staff.role)) return refused({ kind: 'role-holds-no-cases', role: staff.role })
  return done(null)
}

/** Gives a case its one case worker (R6). A new case worker who was the alternative contact no longer is. */
export function decideAllocation(
  held: CaseHeld,
  staff: Holder,
): Result<{ caseWorkerId: string; alternativeContactId: string | null }, AllocationRefusal> {
  if (held.stage === 'closed') return refused({ kind: 'case-closed' })
  const holder = checkHolder(held.agencyId, staff)
  if (!holder.ok) return holder
  if (held.caseWorkerId === staff.staffId) return refused({ kind: 'already-allocated-to-them' })
  const alternativeContactId = held.alternativeContactId === staff.staffId ? null : held.alternativeContactId
  return done({ caseWorkerId: staff.staffId, alternativeContactId })
}

/** The person to ask for when the case worker is away (I6): another active member of the same agency. */
export function decideAlternativeContact(
  held: CaseHeld,
  staff: Holder,
): Result<{ alternativeContactId: string }, HolderRefusal | { kind: 'is-the-case-worker' }> {
  const holder = checkHolder(held.agencyId, staff)
  if (!holder.ok) return holder
  if (held.caseWorkerId === staff.staffId) return refused({ kind: 'is-the-case-worker' })
  return done({ alternativeContactId: staff.staffId })
}

/** The open cases of a leaver: those that return to the queue, and those left without alternative contact. */
export function findCasesOfLeaver<Case extends CaseHeld>(staffId: string, cases: readonly Case[]) {
  const open = cases.filter((held) => held.stage === 'open')
  return {
    toQueue: open.filter((held) => held.caseWorkerId === staffId),
    withoutAlternative: open.filter((held) => held.alternativeContactId === staffId),
  }
}

export type ContactRefusal =
  | { kind: 'no-case-worker' }
  | { kind: 'contacted-in-the-future' }
  | { kind: 'contacted-before-received' }

/** A contact needs a named case worker (R6) and a time between the report and now. */
export function decideContact(
  held: { caseWorkerId: string | null; receivedAt: Date },
  contact: { contactedAt: Date; outcome: ContactOutcome },
  now: Date,
): Result<{ succeeded: boolean }, ContactRefusal> {
  if (held.caseWorkerId === null) return refused({ kind: 'no-case-worker' })
  if (contact.contactedAt > now) return refused({ kind: 'contacted-in-the-future' })
  if (isBeforeMinuteOf(contact.contactedAt, held.receivedAt)) return refused({ kind: 'contacted-before-received' })
  return done({ succeeded: contactSucceeded(contact.outcome) })
}

/** Anyone in the case's agency may mark it serious, with a reason. The policy decides who may remove the mark. */
export function decideSeriousness(
  held: { serious: boolean; mayLower: boolean },
  wanted: { serious: boolean; reason: string },
): Result<{ serious: boolean }, { kind: 'nothing-changes' } | { kind: 'reason-missing' } | { kind: 'not-a-manager' }> {
  if (held.serious === wanted.serious) return refused({ kind: 'nothing-changes' })
  if (!wanted.serious && !held.mayLower) return refused({ kind: 'not-a-manager' })
  if (!wanted.reason.trim()) return refused({ kind: 'reason-missing' })
  return done({ serious: wanted.serious })
}
