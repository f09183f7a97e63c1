import type { PaperEventData } from '../papers/paper-event-data.ts'
import { type ClockChanges, type ClocksBefore, changeClocks, keptAt } from './clock-row.ts'

const PLAN_REPLACED = 'A new version of the plan was agreed'

/**
 * An acknowledgement was entered in error: the next valid one keeps I4b, otherwise its clock is what it would have been.
 * It runs again, unless the next version of the plan had replaced this one in time.
 */
export function undoAcknowledgement(
  { paper, planId, othersAt, replacedAt }: PaperEventData['paper-entered-in-error'],
  before: ClocksBefore,
): ClockChanges {
  const [next] = othersAt.map((at) => new Date(at)).toSorted((one, other) => one.getTime() - other.getTime())
  const changed = changeClocks(before.clocks, (clock) => {
    if (paper !== 'acknowledgement' || clock.clause !== 'I4b' || clock.subjectId !== planId) return {}
    if (clock.keptAt === null) return {}
    if (next !== undefined) return keptAt(clock, next)
    if (replacedAt && new Date(replacedAt) <= clock.dueAt)
      return { state: 'cancelled', keptAt: null, reason: PLAN_REPLACED }
    return { state: 'running', keptAt: null }
  })
  return { started: [], changed }
}
