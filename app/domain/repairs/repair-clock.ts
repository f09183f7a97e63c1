import type { Clock } from '../standards/clock.ts'
import { type ClockChanges, type ClocksBefore, changeClocks, type NewClock } from '../standards/clock-row.ts'
import type { RepairEventData } from './repair-event-data.ts'
import { REPAIR_ERROR_REASONS, REPAIR_EXCEPTIONS } from './repair-reason.ts'

/** One of the three exceptions of R8 ends the clock. Work that is done later does not change that. */
export function exceptRepairClock(data: RepairEventData['repair-excepted'], before: ClocksBefore): ClockChanges {
  const reason = REPAIR_EXCEPTIONS[data.reason].label
  return changeClockOf(data, before, ({ state }) => (state === 'running' ? { state: 'exception', reason } : {}))
}

/** The end of the work was recorded wrongly: the clock runs to the deadline that it always had. */
export function reopenRepairClock(data: RepairEventData['repair-reopened'], before: ClocksBefore): ClockChanges {
  const ended = data.was === 'done' ? ['met', 'met_late'] : ['exception']
  return changeClockOf(data, before, ({ state }) =>
    ended.includes(state) ? { state: 'running', keptAt: null, reason: '' } : {},
  )
}

/** A clock that was kept is cancelled as well: work that was never needed must not count as kept. */
export function cancelRepairClock(
  data: RepairEventData['repair-entered-in-error'],
  before: ClocksBefore,
): ClockChanges {
  const reason = REPAIR_ERROR_REASONS[data.reason].label
  return changeClockOf(data, before, () => ({ state: 'cancelled', reason, keptAt: null }))
}

function changeClockOf(
  { repairId }: { repairId: string },
  { clocks }: ClocksBefore,
  change: (clock: Clock) => Partial<NewClock>,
): ClockChanges {
  return { started: [], changed: changeClocks(clocks, (clock) => (clock.subjectId === repairId ? change(clock) : {})) }
}
