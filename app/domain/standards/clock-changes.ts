import type { CaseEvent } from '../cases/case-event.ts'
import { isOfLaterReport, raiseForLaterReport, startForFurtherReport } from '../cases/later-report.ts'
import type { Calendar } from '../time/bank-holidays.ts'
import {
  addDays,
  type CalendarDay,
  endOfLondonDay,
  isBeforeMinuteOf,
  isDay,
  londonDayOf,
  startOfLondonDay,
} from '../time/calendar-day.ts'
import { lastDayOf } from '../time/partial-day.ts'
import { type Clock, calculateDeadline } from './clock.ts'
import {
  type ClockChanges,
  type ClocksBefore,
  isContact,
  keptAt,
  type NewClock,
  newClock,
  startOrRevive,
} from './clock-row.ts'
import {
  type CaseFacts,
  getStandard,
  type Moment,
  SERVICE_STANDARDS,
  type ServiceStandard,
} from './service-standard.ts'

type Standard = (typeof SERVICE_STANDARDS)[number]

/**
 * What an event does to the clocks of its case, from the table of service standards. The same event twice changes
 * nothing the second time. Throws MissingHolidayList rather than start a clock with a wrong deadline.
 */
export function clocksAfter(event: CaseEvent, before: ClocksBefore): ClockChanges {
  if (event.kind === 'serious-raised') {
    if (isOfLaterReport(event.data.receivedAt, before)) return raiseForLaterReport(event.data, before)
    return changeSeriousness('R3', 'R4', event.data.receivedAt, before)
  }
  if (event.kind === 'further-report-received') return startForFurtherReport(event.data, before)
  if (event.kind === 'serious-lowered') return changeSeriousness('R4', 'R3', event.data.receivedAt, before)
  const { started, changed } = startClocks(event, before)
  const kept = started.map((clock) => ({ ...clock, ...keep(clock, event, before.caseId) }))
  for (const clock of before.clocks) {
    const set = {
      ...keep(clock, event, before.caseId),
      ...cancel(clock, event, before.caseId),
      ...defer(clock, event, before),
      ...except(clock, event),
      ...takeBack(clock, event),
      ...becomePossible(clock, event, before),
    }
    if (Object.keys(set).length > 0) changed.push({ clockId: clock.clockId, clause: clock.clause, set })
  }
  return { started: kept, changed }
}

/**
 * Open clocks whose deadline moves because a holiday was added since they were calculated. A date once promised is
 * never brought forward, so a day the client asked for stays. The caller records 'clock-rebased' for each.
 */
export function rebaseClocks(clocks: readonly Clock[], calendar: Calendar): ClockChanges['changed'] {
  return clocks.flatMap(({ clockId, clause, state, startedAt, dueAt }) => {
    if (state !== 'running') return []
    const rebased = calculateDeadline(getStandard(clause), startedAt, calendar).dueAt
    return rebased > dueAt ? [{ clockId, clause, set: { dueAt: rebased, calendarVersion: calendar.version } }] : []
  })
}

function momentOf(event: CaseEvent, moments: readonly Moment[], { caseId, now }: { caseId: string; now?: Date }) {
  const moment = moments.find((each) => each.event === event.kind)
  if (moment === undefined) return null
  const data = event.data as unknown as Record<string, unknown>
  const at = data[moment.at]
  return {
    subjectId: moment.subject === 'caseId' ? caseId : String(data[moment.subject]),
    at: typeof at === 'string' ? readMoment(at, now) : null,
  }
}

/**
 * A clock counts from the day of an event, whatever the hour. Of a month or a year it counts from the last day of it that
 * has come.
 */
function readMoment(text: string, now: Date | undefined): Date {
  const day = lastDayOf(text)
  if (day === null) return new Date(text)
  const start = startOfLondonDay(day)
  return now && !isDay(text) && start > now ? now : start
}

function startClocks(event: CaseEvent, before: ClocksBefore): ClockChanges {
  const changes: ClockChanges = { started: [], changed: [] }
  for (const standard of SERVICE_STANDARDS) {
    const moment = momentOf(event, standard.startedBy, before)
    const applies = standard.applies(factsOf(event, before))
    if (moment === null || applies === 'no') continue
    // A day nobody could tell is taken as today: later, never sooner, than the true two months.
    const startedAt = moment.at ?? before.now
    const existing = before.clocks.filter((clock) => isRunOf(clock, standard, moment.subjectId))
    if (standard.clause === 'C4') restartFromLatest(changes, existing, standard, startedAt, before)
    else if (!existing.some((clock) => standard.clause !== 'A1' || clock.startedAt >= startedAt)) {
      const started = newClock(standard, moment.subjectId, startedAt, before.calendar)
      changes.started.push(applies === 'yes' ? started : notPossible(started, event))
    }
  }
  return changes
}

function factsOf(event: CaseEvent, { agencyInvestigates }: ClocksBefore): CaseFacts {
  if (event.kind !== 'report-received') return { serious: false, contactable: 'possible', agencyInvestigates }
  return { serious: event.data.serious, contactable: event.data.contactable, agencyInvestigates }
}

function isRunOf(clock: Clock, standard: Standard, subjectId: string): boolean {
  return clock.clause === standard.clause && clock.subjectId === subjectId
}

function notPossible(clock: NewClock, event: CaseEvent): NewClock {
  const unaware = event.kind === 'report-received' && event.data.contactable === 'client_unaware'
  const why = unaware ? 'the client does not know of the report' : 'the report is anonymous'
  return { ...clock, state: 'not_applicable', reason: `Contact not possible: ${why}` }
}

/** C4 counts from the last incident: a later one moves it, an older one typed in afterwards does not. */
function restartFromLatest(
  changes: ClockChanges,
  existing: readonly Clock[],
  standard: Standard,
  startedAt: Date,
  { caseId, calendar }: ClocksBefore,
) {
  const running = existing.find(({ state }) => state === 'running')
  if (running !== undefined && running.startedAt >= startedAt) return
  const restarted = newClock(standard, caseId, startedAt, calendar)
  if (running === undefined) startOrRevive(changes, existing, restarted)
  else changes.changed.push({ clockId: running.clockId, clause: running.clause, set: restarted })
}

/** The earliest keeping instant counts, also when it is typed in after a later one. */
function keep(clock: NewClock, event: CaseEvent, caseId: string): Partial<NewClock> {
  if (clock.state !== 'running' && clock.state !== 'met' && clock.state !== 'met_late') return {}
  const standard = getStandard(clock.clause)
  const moment = momentOf(event, standard.keptBy, { caseId })
  if (moment === null || moment.at === null || moment.subjectId !== clock.subjectId) return {}
  if (isBeforeMinuteOf(moment.at, opensAt(standard, clock.startedAt))) return {}
  if (clock.keptAt !== null && clock.keptAt <= moment.at) return {}
  return keptAt(clock, moment.at)
}

/** A contact before the complaint, or after-care in the first three weeks, keeps nothing. */
function opensAt({ within }: ServiceStandard, startedAt: Date): Date {
  if (within.unit !== 'calendar days' || within.windowFromDay === undefined) return startedAt
  return startOfLondonDay(addDays(londonDayOf(startedAt), within.windowFromDay))
}

function cancel(clock: Clock, event: CaseEvent, caseId: string): Partial<NewClock> {
  const { cancelledBy, startedBy } = getStandard(clock.clause)
  if (clock.state !== 'running' || !cancelledBy.includes(event.kind)) return {}
  const subject = startedBy[0]?.subject ?? 'caseId'
  const data = event.data as unknown as Record<string, unknown>
  if (clock.subjectId !== (subject === 'caseId' ? caseId : data[subject])) return {}
  return { state: 'cancelled', reason: typeof data.reason === 'string' ? data.reason : 'The case was closed' }
}

/**
 * The client asked to be contacted on a later day: due by the end of that day, the original kept. Asked for after the
 * deadline had passed, it changes nothing: a breach is not undone by typing.
 */
function defer(clock: Clock, event: CaseEvent, { calendar, now }: ClocksBefore): Partial<NewClock> {
  if (event.kind !== 'contact-deferred' || clock.state !== 'running' || !isContact(clock)) return {}
  if (now > clock.dueAt) return {}
  const agreedOn: CalendarDay = isDay(event.data.until) ? event.data.until : londonDayOf(new Date(event.data.until))
  const calculated = calculateDeadline(getStandard(clock.clause), clock.startedAt, calendar).dueAt
  const agreed = endOfLondonDay(agreedOn)
  const dueAt = new Date(Math.max(agreed.getTime(), calculated.getTime()))
  return dueAt.getTime() === clock.dueAt.getTime() ? {} : { dueAt }
}

function except(clock: Clock, event: CaseEvent): Partial<NewClock> {
  if (event.kind !== 'standard-excepted' || event.data.clockId !== clock.clockId || clock.state !== 'running') return {}
  return { state: 'exception', reason: event.data.reason }
}

/** A contact that kept a standard was entered in error: the next that counts keeps it, or it runs again. */
function takeBack(clock: Clock, event: CaseEvent): Partial<NewClock> {
  if (event.kind !== 'contact-entered-in-error' || !isContact(clock)) return {}
  if (clock.keptAt?.getTime() !== Date.parse(event.data.contactedAt)) return {}
  const [next] = event.data.othersAt
    .map((at) => new Date(at))
    .filter((at) => !isBeforeMinuteOf(at, clock.startedAt))
    .sort((one, other) => one.getTime() - other.getTime())
  return next === undefined ? { state: 'running', keptAt: null } : keptAt(clock, next)
}

/** Somebody who did not know of the report, or had given no name, may be contacted from now on: the clock starts now. */
function becomePossible(clock: Clock, event: CaseEvent, { calendar }: ClocksBefore): Partial<NewClock> {
  if (event.kind !== 'contact-made-possible' || !isContact(clock) || clock.state !== 'not_applicable') return {}
  return newClock(getStandard(clock.clause), clock.subjectId, new Date(event.data.possibleAt), calendar)
}

/**
 * One contact standard gives way to the other, counted from the original receipt, so a report raised on day 2 is
 * overdue at once. What was true of the old clock stays true: a contact made, an exception, a day the client asked for.
 */
function changeSeriousness(from: 'R3' | 'R4', to: 'R3' | 'R4', receivedAt: string, before: ClocksBefore): ClockChanges {
  const changes: ClockChanges = { started: [], changed: [] }
  const running = before.clocks.filter(({ clause, state }) => clause === from && state !== 'cancelled')
  const ofThisReport = running.find(({ startedAt }) => startedAt.getTime() === Date.parse(receivedAt))
  const current = ofThisReport ?? running[0]
  if (current === undefined) return changes
  const raised = to === 'R4'
  const reason = raised ? 'Raised to serious: 1 working day applies' : 'No longer serious: 2 working days apply'
  changes.changed.push({ clockId: current.clockId, clause: from, set: { state: 'cancelled', reason } })
  const fresh = newClock(getStandard(to), current.subjectId, new Date(receivedAt), before.calendar)
  const asCalculated = calculateDeadline(getStandard(from), current.startedAt, before.calendar).dueAt
  const deferred = current.dueAt > asCalculated && current.dueAt > fresh.dueAt
  const carried = {
    ...fresh,
    dueAt: deferred ? current.dueAt : fresh.dueAt,
    state: current.state,
    reason: current.reason,
  }
  const next = current.keptAt === null ? carried : { ...carried, ...keptAt(carried, current.keptAt) }
  startOrRevive(changes, before.clocks, next)
  return changes
}
