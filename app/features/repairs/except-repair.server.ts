import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { repair } from '../../../db/schema/repair.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { isRepairRunning, type RepairState, repairState } from '../../domain/repairs/repair.ts'
import { REPAIR_EXCEPTIONS } from '../../domain/repairs/repair-reason.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { choiceOf, neededText } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { lockRepair, oneRepair, type RepairNotHeld, type SeenRepair, seenRepairEntries } from './lock-repair.server.ts'

export const exceptRepairInput = z.object({
  ...seenRepairEntries,
  reason: choiceOf(REPAIR_EXCEPTIONS, 'Choose why the work cannot be done in 24 hours'),
  note: neededText(1_000, 'Write what happened, and who said so'),
})

export type ExceptRepairInput = z.output<typeof exceptRepairInput> & SeenRepair

export type ExceptRepairRefusal = RepairNotHeld | { kind: 'repair-ended'; state: RepairState }

/**
 * Ends the 24 hours without the work, for one of three reasons. The worker on site records it, because no manager is
 * there at night; managers are notified at once, see it in the list, and can end it.
 */
export function exceptRepair(
  asking: Asking,
  input: ExceptRepairInput,
): Promise<Result<null, ExceptRepairRefusal | AlreadyDone>> {
  return writeOnce(asking, 'except-repair', input, (tx) => exceptIn(tx, asking, input))
}

async function exceptIn(tx: Tx, asking: Asking, input: ExceptRepairInput): Promise<Result<null, ExceptRepairRefusal>> {
  const { actor, now } = asking
  const { caseId, repairId, reason, note } = input
  const locked = await lockRepair(tx, actor, input)
  if (!locked.ok) return locked
  const state = repairState(locked.value)
  if (!isRepairRunning(state)) return refused({ kind: 'repair-ended', state })
  await tx
    .update(repair)
    .set({ exceptedAt: now, exceptionReason: reason, exceptionNote: note, version: now })
    .where(oneRepair(actor, input))
  await recordEvent(tx, asking, {
    kind: 'repair-excepted',
    data: { repairId, repairKind: locked.value.kind, reason },
    caseId,
    subjectId: repairId,
  })
  return done(null)
}
