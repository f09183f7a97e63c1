import {
  type ClockChanges,
  type ClocksBefore,
  isContact,
  keptAt,
  newClock,
  startOrRevive,
} from '../standards/clock-row.ts'
import { getContactStandard } from '../standards/service-standard.ts'
import { isBeforeMinuteOf } from '../time/calendar-day.ts'
import type { CaseEventData } from './case-event.ts'

/** Whether violence was reported in a later report, which is a complaint of its own with its own clock. */
export function isOfLaterReport(receivedAt: string, { clocks }: ClocksBefore): boolean {
  const starts = clocks.filter(isContact).map(({ startedAt }) => startedAt)
  return starts.length > 0 && starts.every((startedAt) => startedAt < new Date(receivedAt))
}

export function raiseForLaterReport(
  { receivedAt, unreachable }: CaseEventData['serious-raised'],
  { caseId, clocks, calendar }: ClocksBefore,
): ClockChanges {
  if (unreachable) return { started: [], changed: [] }
  const fresh = newClock(getContactStandard(true), caseId, new Date(receivedAt), calendar)
  const impossible = clocks.find((clock) => isContact(clock) && clock.state === 'not_applicable')
  const { state, reason } = impossible ?? fresh
  return { started: [{ ...fresh, state, reason }], changed: [] }
}

/**
 * A further report without violence is a complaint of its own, and its clock starts when it was received. If a
 * contact clock already runs, its earlier deadline serves both reports; a contact made since this report was received
 * keeps the new clock at once. A report with violence goes through `serious-raised`.
 */
export function startForFurtherReport(
  { receivedAt, serious, contactable }: CaseEventData['further-report-received'],
  { caseId, clocks, calendar }: ClocksBefore,
): ClockChanges {
  const changes: ClockChanges = { started: [], changed: [] }
  const contacts = clocks.filter(isContact)
  if (serious || contactable !== 'possible' || contacts.some(({ state }) => state === 'running')) return changes
  const fresh = newClock(getContactStandard(false), caseId, new Date(receivedAt), calendar)
  const ofThisReport = contacts.some(
    ({ startedAt, state }) => startedAt.getTime() === fresh.startedAt.getTime() && state !== 'cancelled',
  )
  if (ofThisReport) return changes
  const since = contacts.flatMap(({ keptAt: at }) =>
    at !== null && !isBeforeMinuteOf(at, fresh.startedAt) ? [at.getTime()] : [],
  )
  const kept = since.length > 0 ? keptAt(fresh, new Date(Math.min(...since))) : {}
  startOrRevive(changes, contacts, { ...fresh, ...kept })
  return changes
}
