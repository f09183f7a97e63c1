import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { clock } from '../../../../db/schema/timeline.ts'
import { ifMay } from '../../../access/ability.ts'
import { LATE_REASONS } from '../../../domain/cases/case-reason.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { choiceOf, typedText } from '../../../forms/form-fields.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { lockClock } from './lock-clock.server.ts'

export const lateReasonInput = z.object({
  reason: choiceOf(LATE_REASONS, 'Choose why it was late'),
  note: typedText(1_000),
})

export type LateReasonInput = z.output<typeof lateReasonInput> & { caseId: string; clockId: string }

export type LateReasonRefusal = { kind: 'not-found' } | { kind: 'not-a-manager' } | { kind: 'not-late' }

/** A manager records why a standard was or is late. The clock does not change. */
export function giveLateReason(
  asking: Asking,
  input: LateReasonInput,
): Promise<Result<null, LateReasonRefusal | AlreadyDone>> {
  return writeOnce(asking, 'give-late-reason', input, (tx) => giveIn(tx, asking, input))
}

async function giveIn(
  tx: Tx,
  asking: Asking,
  { caseId, clockId, reason, note }: LateReasonInput,
): Promise<Result<null, LateReasonRefusal>> {
  const { actor, now } = asking
  const late = await lockClock(tx, actor, { caseId, clockId })
  if (!late) return refused({ kind: 'not-found' })
  if (!ifMay(actor, 'explainLateness', 'clock', late)) return refused({ kind: 'not-a-manager' })
  const overdue = late.state === 'running' && late.clause !== 'C4' && late.dueAt < now
  if (!overdue && late.state !== 'met_late') return refused({ kind: 'not-late' })
  const lateReason = note ? `${LATE_REASONS[reason].label}. ${note}` : LATE_REASONS[reason].label
  await tx
    .update(clock)
    .set({ lateReason })
    .where(and(eq(clock.agencyId, actor.agencyId), eq(clock.clockId, clockId)))
  await recordEvent(tx, asking, {
    kind: 'late-reason-given',
    data: { clockId, clause: late.clause, reason },
    caseId,
    subjectId: clockId,
  })
  return done(null)
}
