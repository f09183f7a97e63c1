import type { CaseEventData } from '../cases/case-event.ts'
import { isOfLaterReport, raiseForLaterReport } from '../cases/later-report.ts'
import { type CalendarDay, endOfLondonDay, isBeforeMinuteOf, isDay, londonDayOf } from '../time/calendar-day.ts'
import { calculateDeadline } from './clock.ts'
import {
  type ClockChanges,
  type ClocksBefore,
  changeClocks,
  isContact,
  keptAt,
  newClock,
  startOrRevive,
} from './clock-row.ts'
import { getContactStandard, getStandard } from './service-standard.ts'

/** What an event does to clocks beyond starting, keeping or cancelling them. */
export type ClockEffect<Data> = (data: Data, before: ClocksBefore) => ClockChanges

export function raiseSeriousness(data: CaseEventData['serious-raised'], before: ClocksBefore): ClockChanges {
  if (isOfLaterReport(data.receivedAt, before)) return raiseForLaterReport(data, before)
  return changeSeriousness(true, data.receivedAt, before)
}

export function lowerSeriousness(data: CaseEventData['serious-lowered'], before: ClocksBefore): ClockChanges {
  return changeSeriousness(false, data.receivedAt, before)
}

/**
 * Replaces one contact standard with the other, counted from the original receipt: a report raised on day 2 is
 * overdue at once. A contact made, an exception and a day the client asked for are carried over.
 */
function changeSeriousness(raised: boolean, receivedAt: string, before: ClocksBefore): ClockChanges {
  const changes: ClockChanges = { started: [], changed: [] }
  const from = getContactStandard(!raised)
  const running = before.clocks.filter(({ clause, state }) => clause === from.clause && state !== 'cancelled')
  const ofThisReport = running.find(({ startedAt }) => startedAt.getTime() === Date.parse(receivedAt))
  const current = ofThisReport ?? running[0]
  if (current === undefined) return changes
  const reason = raised ? 'Raised to serious: 1 working day applies' : 'No longer serious: 2 working days apply'
  changes.changed.push({ clockId: current.clockId, clause: from.clause, set: { state: 'cancelled', reason } })
  const fresh = newClock(getContactStandard(raised), current.subjectId, new Date(receivedAt), before.calendar)
  const asCalculated = calculateDeadline(from, current.startedAt, before.calendar).dueAt
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

/**
 * The client asked to be contacted later: due by the end of that day; `originalDueAt` stays. A request after the
 * deadline changes nothing, since it cannot undo a breach.
 */
export function deferContactClock({ until }: CaseEventData['contact-deferred'], before: ClocksBefore): ClockChanges {
  const agreedOn: CalendarDay = isDay(until) ? until : londonDayOf(new Date(until))
  const agreed = endOfLondonDay(agreedOn)
  return onlyChanges(before, (clock) => {
    if (clock.state !== 'running' || !isContact(clock) || before.now > clock.dueAt) return {}
    const calculated = calculateDeadline(getStandard(clock.clause), clock.startedAt, before.calendar).dueAt
    const dueAt = new Date(Math.max(agreed.getTime(), calculated.getTime()))
    return dueAt.getTime() === clock.dueAt.getTime() ? {} : { dueAt }
  })
}

export function exceptClock(data: CaseEventData['standard-excepted'], before: ClocksBefore): ClockChanges {
  return onlyChanges(before, ({ clockId, state }) =>
    clockId === data.clockId && state === 'running' ? { state: 'exception', reason: data.reason } : {},
  )
}

/** A contact was entered in error: the next valid one keeps the standard, otherwise the clock runs again. */
export function undoContact(
  { contactedAt, othersAt }: CaseEventData['contact-entered-in-error'],
  before: ClocksBefore,
): ClockChanges {
  return onlyChanges(before, (clock) => {
    if (!isContact(clock) || clock.keptAt?.getTime() !== Date.parse(contactedAt)) return {}
    const [next] = othersAt
      .map((at) => new Date(at))
      .filter((at) => !isBeforeMinuteOf(at, clock.startedAt))
      .sort((one, other) => one.getTime() - other.getTime())
    return next === undefined ? { state: 'running', keptAt: null } : keptAt(clock, next)
  })
}

/** Contact became possible (the client now knows of the report, or gave a name), so the clock starts now. */
export function startContactNow(
  { possibleAt }: CaseEventData['contact-made-possible'],
  before: ClocksBefore,
): ClockChanges {
  return onlyChanges(before, (clock) => {
    if (!isContact(clock) || clock.state !== 'not_applicable') return {}
    return newClock(getStandard(clock.clause), clock.subjectId, new Date(possibleAt), before.calendar)
  })
}

function onlyChanges({ clocks }: ClocksBefore, change: Parameters<typeof changeClocks>[1]): ClockChanges {
  return { started: [], changed: changeClocks(clocks, change) }
}
