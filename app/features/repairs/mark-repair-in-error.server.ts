import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { repair } from '../../../db/schema/repair.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { REPAIR_ERROR_REASONS } from '../../domain/repairs/repair-reason.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { choiceOf } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { lockRepair, oneRepair, type RepairNotHeld, type SeenRepair, seenRepairEntries } from './lock-repair.server.ts'

export const repairErrorInput = z.object({
  ...seenRepairEntries,
  reason: choiceOf(REPAIR_ERROR_REASONS, 'Choose what is wrong with this report'),
})

export type RepairErrorInput = z.output<typeof repairErrorInput> & SeenRepair

export type RepairErrorRefusal = RepairNotHeld | { kind: 'already-marked' }

/** Marks a repair or graffiti as entered in error. It stays in the case, and its clock is cancelled. */
export function markRepairInError(
  asking: Asking,
  input: RepairErrorInput,
): Promise<Result<null, RepairErrorRefusal | AlreadyDone>> {
  return writeOnce(asking, 'mark-repair-in-error', input, (tx) => markIn(tx, asking, input))
}

async function markIn(tx: Tx, asking: Asking, input: RepairErrorInput): Promise<Result<null, RepairErrorRefusal>> {
  const { actor, now } = asking
  const { caseId, repairId, reason } = input
  const locked = await lockRepair(tx, actor, input)
  if (!locked.ok) return locked
  if (locked.value.errorAt) return refused({ kind: 'already-marked' })
  await tx.update(repair).set({ errorAt: now, errorReason: reason, version: now }).where(oneRepair(actor, input))
  await recordEvent(tx, asking, {
    kind: 'repair-entered-in-error',
    data: { repairId, repairKind: locked.value.kind, reason },
    caseId,
    subjectId: repairId,
  })
  return done(null)
}
