import type { CaseEvent, CaseEventData, CaseEventKind } from '../cases/case-event.ts'
import { findClockEffect } from '../events/event-table.ts'
import type { Calendar } from '../time/bank-holidays.ts'
import { addDays, isBeforeMinuteOf, isDay, londonDayOf, startOfLondonDay } from '../time/calendar-day.ts'
import { lastDayOf } from '../time/partial-day.ts'
import { type Clock, calculateDeadline } from './clock.ts'
import {
  type ClockChanges,
  type ClocksBefore,
  changeClocks,
  keptAt,
  type NewClock,
  newClock,
  startOrRevive,
} from './clock-row.ts'
import type { EventMoment, ReadFrom } from './event-moment.ts'
import {
  type CaseFacts,
  getStandard,
  SERVICE_STANDARDS,
  type ServiceStandard,
  type TimedStandard,
} from './service-standard.ts'

export function movesClocks(kind: CaseEventKind): boolean {
  const named = ({ startedBy, keptBy, cancelledBy }: TimedStandard) => [startedBy, keptBy, cancelledBy]
  return findClockEffect(kind) !== undefined || SERVICE_STANDARDS.flatMap(named).some((events) => kind in events)
}

/**
 * What an event does to the clocks of its case: as its own row in the table of events says, otherwise as the table of
 * service standards says. Applying an event twice changes nothing the second time. Throws MissingHolidayList rather
 * than start a clock with a wrong deadline.
 */
export function clocksAfter(event: CaseEvent, before: ClocksBefore): ClockChanges {
  const effect = findClockEffect(event.kind)
  if (effect !== undefined) return effect(event.data, before)
  const { started, changed } = startClocks(event, before)
  const kept = started.map((clock) => ({ ...clock, ...keep(clock, event, before.caseId) }))
  const ended = changeClocks(before.clocks, (clock) => ({
    ...keep(clock, event, before.caseId),
    ...cancel(clock, event, before),
  }))
  return { started: kept, changed: [...changed, ...ended] }
}

/**
 * Open clocks whose deadline moves because a holiday was added after it was calculated. A promised deadline never
 * becomes earlier, so a day the client asked for stays. The caller records 'clock-rebased' for each.
 */
export function rebaseClocks(clocks: readonly Clock[], calendar: Calendar): ClockChanges['changed'] {
  return clocks.flatMap(({ clockId, clause, state, startedAt, dueAt }) => {
    if (state !== 'running') return []
    const rebased = calculateDeadline(getStandard(clause), startedAt, calendar).dueAt
    return rebased > dueAt ? [{ clockId, clause, set: { dueAt: rebased, calendarVersion: calendar.version } }] : []
  })
}

/** What a standard reads from this event; undefined if the event does not concern it. */
function readEvent<Read, Kind extends CaseEventKind>(events: ReadFrom<Read>, kind: Kind, data: CaseEventData[Kind]) {
  return events[kind]?.(data)
}

function momentOf({ kind, data }: CaseEvent, moments: ReadFrom<EventMoment>, caseId: string, now?: Date) {
  const moment = readEvent(moments, kind, data)
  if (moment === undefined) return null
  const { subjectId = caseId, at } = moment
  return { subjectId, at: at === null ? null : readMoment(at, now) }
}

/** A clock counts from the day of an event, at any hour. A month or year counts from its last day so far. */
function readMoment(text: string, now: Date | undefined): Date {
  const day = lastDayOf(text)
  if (day === null) return new Date(text)
  const start = startOfLondonDay(day)
  return now && !isDay(text) && start > now ? now : start
}

function startClocks(event: CaseEvent, before: ClocksBefore): ClockChanges {
  const changes: ClockChanges = { started: [], changed: [] }
  for (const standard of SERVICE_STANDARDS) startClock(changes, standard, event, before)
  return changes
}

function startClock(changes: ClockChanges, standard: TimedStandard, event: CaseEvent, before: ClocksBefore) {
  const moment = momentOf(event, standard.startedBy, before.caseId, before.now)
  const applies = standard.applies(factsOf(event, before))
  if (moment === null || applies === 'no') return
  // If the day is unknown, count from today: the deadline may be too late, but never before the true two months.
  const startedAt = moment.at ?? before.now
  const existing = before.clocks.filter(
    ({ clause, subjectId }) => clause === standard.clause && subjectId === moment.subjectId,
  )
  const { startedAgain } = standard
  const counts = (clock: Clock) => startedAgain === 'keep-first' || clock.startedAt >= startedAt
  if (startedAgain !== 'move-to-latest' && existing.some(counts)) return
  const started = newClock(standard, moment.subjectId, startedAt, before.calendar)
  if (startedAgain === 'move-to-latest') restartFromLatest(changes, existing, started)
  else changes.started.push(applies === 'yes' ? started : notPossible(started, event))
}

function factsOf(event: CaseEvent, { agencyInvestigates }: ClocksBefore): CaseFacts {
  if (event.kind !== 'report-received') return { serious: false, contactable: 'possible', agencyInvestigates }
  return { serious: event.data.serious, contactable: event.data.contactable, agencyInvestigates }
}

function notPossible(clock: NewClock, event: CaseEvent): NewClock {
  const unaware = event.kind === 'report-received' && event.data.contactable === 'client_unaware'
  const why = unaware ? 'the client does not know of the report' : 'the report is anonymous'
  return { ...clock, state: 'not_applicable', reason: `Contact not possible: ${why}` }
}

/** A later start moves the running clock; an earlier start, recorded afterwards, does not. */
function restartFromLatest(changes: ClockChanges, existing: readonly Clock[], restarted: NewClock) {
  const running = existing.find(({ state }) => state === 'running')
  if (running === undefined) startOrRevive(changes, existing, restarted)
  else if (running.startedAt < restarted.startedAt)
    changes.changed.push({ clockId: running.clockId, clause: running.clause, set: restarted })
}

/** The earliest contact counts, even if it is recorded after a later one. */
function keep(clock: NewClock, event: CaseEvent, caseId: string): Partial<NewClock> {
  if (clock.state !== 'running' && clock.state !== 'met' && clock.state !== 'met_late') return {}
  const standard = getStandard(clock.clause)
  const moment = momentOf(event, standard.keptBy, caseId)
  if (moment === null || moment.at === null || moment.subjectId !== clock.subjectId) return {}
  if (isBeforeMinuteOf(moment.at, opensAt(standard, clock.startedAt))) return {}
  if (clock.keptAt !== null && clock.keptAt <= moment.at) return {}
  return keptAt(clock, moment.at)
}

/** A contact before the complaint, or after-care before its window opens, does not keep the standard. */
function opensAt({ within }: ServiceStandard, startedAt: Date): Date {
  if (within.unit !== 'calendar days' || within.windowFromDay === undefined) return startedAt
  return startOfLondonDay(addDays(londonDayOf(startedAt), within.windowFromDay))
}

function cancel(clock: Clock, { kind, data }: CaseEvent, { caseId, now }: ClocksBefore): Partial<NewClock> {
  const cancellation = readEvent(getStandard(clock.clause).cancelledBy, kind, data)
  if (clock.state !== 'running' || !cancellation) return {}
  const { subjectId = caseId, reason, onlyInTime } = cancellation
  if (onlyInTime && now > clock.dueAt) return {}
  return clock.subjectId === subjectId ? { state: 'cancelled', reason } : {}
}
