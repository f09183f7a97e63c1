import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { repair } from '../../../db/schema/repair.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { repairState } from '../../domain/repairs/repair.ts'
import { REOPENING_REASONS } from '../../domain/repairs/repair-reason.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { choiceOf } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { lockRepair, oneRepair, type RepairNotHeld, type SeenRepair, seenRepairEntries } from './lock-repair.server.ts'

export const reopenRepairInput = z.object({
  ...seenRepairEntries,
  reason: choiceOf(REOPENING_REASONS, 'Choose what is wrong'),
})

export type ReopenRepairInput = z.output<typeof reopenRepairInput> & SeenRepair

export type ReopenRepairRefusal = RepairNotHeld | { kind: 'not-ended' }

/**
 * Marks the completion, or the exception, as recorded wrongly. The log keeps it, and the clock runs again to the
 * deadline that it always had.
 */
export function reopenRepair(
  asking: Asking,
  input: ReopenRepairInput,
): Promise<Result<null, ReopenRepairRefusal | AlreadyDone>> {
  return writeOnce(asking, 'reopen-repair', input, (tx) => reopenIn(tx, asking, input))
}

const NOT_DONE = { completedAt: null, result: '', completionNote: '' } as const
const NOT_EXCEPTED = { exceptedAt: null, exceptionReason: '', exceptionNote: '' } as const

async function reopenIn(tx: Tx, asking: Asking, input: ReopenRepairInput): Promise<Result<null, ReopenRepairRefusal>> {
  const { actor, now } = asking
  const { caseId, repairId, reason } = input
  const locked = await lockRepair(tx, actor, input)
  if (!locked.ok) return locked
  const was = repairState(locked.value)
  if (was !== 'done' && was !== 'excepted') return refused({ kind: 'not-ended' })
  await tx
    .update(repair)
    .set({ ...(was === 'done' ? NOT_DONE : NOT_EXCEPTED), version: now })
    .where(oneRepair(actor, input))
  await recordEvent(tx, asking, {
    kind: 'repair-reopened',
    data: { repairId, repairKind: locked.value.kind, was, reason },
    caseId,
    subjectId: repairId,
  })
  return done(null)
}
