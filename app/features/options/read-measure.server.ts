import type { Tx } from '../../../db/as-actor.ts'
import { MEASURE_CANCEL_REASONS, MEASURES } from '../../domain/options/measure.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { readMeasuresOfCase } from '../../facts/casework/measures-of-case.server.ts'

/** One measure of a case in words, or null when the case has no such measure. */
export async function readMeasure(tx: Tx, actor: Actor, caseId: string, measureId: string) {
  const found = (await readMeasuresOfCase(tx, actor, caseId)).find((one) => one.measureId === measureId)
  if (!found) return null
  const { kind, cancelReason } = found
  return {
    ...found,
    label: MEASURES[kind].label,
    cancelled: cancelReason && MEASURE_CANCEL_REASONS[cancelReason].label,
    cancelReasons: Object.entries(MEASURE_CANCEL_REASONS).map(([value, { label }]) => ({ value, label })),
  }
}

export type MeasureInFull = NonNullable<Awaited<ReturnType<typeof readMeasure>>>
