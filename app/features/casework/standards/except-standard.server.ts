import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { ifMay } from '../../../access/ability.ts'
import { EXCEPTION_REASONS } from '../../../domain/cases/case-reason.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { getStandard } from '../../../domain/standards/service-standard.ts'
import { choiceOf } from '../../../forms/form-fields.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { lockClock } from './lock-clock.server.ts'

export const exceptionInput = z.object({
  reason: choiceOf(EXCEPTION_REASONS, 'Choose why the standard cannot be kept'),
})

export type ExceptionInput = z.output<typeof exceptionInput> & { caseId: string; clockId: string }

export type ExceptionRefusal = { kind: 'not-found' } | { kind: 'not-a-manager' } | { kind: 'not-running' }

/** Stops a clock whose standard cannot be kept. A manager decides, since it changes the published results. */
export function exceptStandard(
  asking: Asking,
  input: ExceptionInput,
): Promise<Result<null, ExceptionRefusal | AlreadyDone>> {
  return writeOnce(asking, 'except-standard', input, (tx) => exceptIn(tx, asking, input))
}

async function exceptIn(
  tx: Tx,
  asking: Asking,
  { caseId, clockId, reason }: ExceptionInput,
): Promise<Result<null, ExceptionRefusal>> {
  const running = await lockClock(tx, asking.actor, { caseId, clockId })
  if (!running) return refused({ kind: 'not-found' })
  if (!ifMay(asking.actor, 'except', 'clock', running)) return refused({ kind: 'not-a-manager' })
  const { exceptedWithWork } = getStandard(running.clause)
  if (running.state !== 'running' || running.clause === 'C4' || exceptedWithWork)
    return refused({ kind: 'not-running' })
  await recordEvent(tx, asking, {
    kind: 'standard-excepted',
    // In full, because every page with this clock shows the sentence.
    data: { clockId, clause: running.clause, reason: EXCEPTION_REASONS[reason].label },
    caseId,
    subjectId: clockId,
  })
  return done(null)
}
