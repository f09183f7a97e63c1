import type { PaperEventData } from '../papers/paper-event-data.ts'
import { type ClockChanges, type ClocksBefore, changeClocks, keptAt } from './clock-row.ts'

/** An acknowledgement was entered in error: the next valid one keeps I4b, otherwise its clock runs again. */
export function undoAcknowledgement(
  { paper, planId, othersAt }: PaperEventData['paper-entered-in-error'],
  before: ClocksBefore,
): ClockChanges {
  const [next] = othersAt.map((at) => new Date(at)).toSorted((one, other) => one.getTime() - other.getTime())
  const changed = changeClocks(before.clocks, (clock) => {
    if (paper !== 'acknowledgement' || clock.clause !== 'I4b' || clock.subjectId !== planId) return {}
    if (clock.keptAt === null) return {}
    return next === undefined ? { state: 'running', keptAt: null } : keptAt(clock, next)
  })
  return { started: [], changed }
}
