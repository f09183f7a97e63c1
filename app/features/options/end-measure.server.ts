import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { measure } from '../../../db/schema/option.ts'
import { ifMay } from '../../access/ability.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import { checkMeasureEnd, type EndMeasureRefusal, MEASURE_CANCEL_REASONS } from '../../domain/options/measure.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { typedDayField } from '../../forms/date-fields.server.ts'
import { choiceOf, optionalChoiceOf, typedText } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

const RESULTS = { done: true, cancelled: true } as const

export const endMeasureInput = z.object({
  result: choiceOf(RESULTS, 'Choose what happened'),
  doneOn: typedDayField('recorded'),
  workedBy: typedText(200),
  cancelReason: optionalChoiceOf(MEASURE_CANCEL_REASONS),
})

export type EndMeasureInput = z.output<typeof endMeasureInput> & { caseId: string; measureId: string }

export type EndMeasureRefused = EndMeasureRefusal | { kind: 'not-found' }

/** Records that a measure is done or cancelled, once: of two people at the same moment, the second is refused. */
export function endMeasure(
  asking: Asking,
  input: EndMeasureInput,
): Promise<Result<{ result: EndMeasureInput['result'] }, EndMeasureRefused | AlreadyDone>> {
  return writeOnce(asking, 'end-measure', input, (tx) => endIn(tx, asking, input))
}

async function endIn(
  tx: Tx,
  asking: Asking,
  { caseId, measureId, result, doneOn, workedBy, cancelReason }: EndMeasureInput,
): Promise<Result<{ result: EndMeasureInput['result'] }, EndMeasureRefused>> {
  const { actor, now } = asking
  const held = await lockCaseToChange(tx, actor, caseId)
  const which = and(eq(measure.agencyId, actor.agencyId), eq(measure.caseId, caseId), eq(measure.measureId, measureId))
  const [row] = await tx.select().from(measure).where(which)
  if (!held || !row) return refused({ kind: 'not-found' })
  const ended = checkMeasureEnd(row, { result, doneOn, workedBy, cancelReason })
  if (!ended.ok) return ended
  if (!ifMay(actor, 'update', 'measure', row)) return refused({ kind: 'not-found' })
  await tx
    .update(measure)
    .set({ ...ended.value, endedBy: actor.staffId, endedAt: now })
    .where(and(which, isNull(measure.endedAt)))
  const about = { caseId, subjectId: measureId }
  const data = { measureId, measureKind: row.kind }
  await recordEvent(
    tx,
    asking,
    ended.value.doneOn === null
      ? { ...about, kind: 'measure-cancelled', data: { ...data, reason: ended.value.cancelReason } }
      : { ...about, kind: 'measure-done', data: { ...data, doneOn: ended.value.doneOn } },
  )
  return done({ result })
}
