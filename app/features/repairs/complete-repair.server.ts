import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { repair } from '../../../db/schema/repair.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { type CompletionRefusal, decideCompletion } from '../../domain/repairs/repair.ts'
import { REPAIR_RESULTS, type RepairKind } from '../../domain/repairs/repair-kind.ts'
import { done, type Result } from '../../domain/result.ts'
import { typedInstantField } from '../../forms/date-fields.server.ts'
import { choiceOf, typedText } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { photoEntries, readPhoto, recordPhoto } from './answer-photo.server.ts'
import { lockRepair, oneRepair, type RepairNotHeld, type SeenRepair, seenRepairEntries } from './lock-repair.server.ts'

export const completeRepairInput = z.object({
  ...seenRepairEntries,
  ...photoEntries,
  result: choiceOf(REPAIR_RESULTS, 'Choose what was done'),
  completedAt: typedInstantField('recorded'),
  completionNote: typedText(1_000),
})

export type CompleteRepairInput = z.output<typeof completeRepairInput> & SeenRepair

export type CompleteRepairRefusal = RepairNotHeld | CompletionRefusal

/**
 * Records that it is safe, or that the graffiti is gone, which stops the clock at that time (R8a, R8b). The removal of
 * graffiti needs a photo from before, or the reason why there is none.
 */
export function completeRepair(
  asking: Asking,
  input: CompleteRepairInput,
): Promise<Result<null, CompleteRepairRefusal | AlreadyDone>> {
  return writeOnce(asking, 'complete-repair', input, (tx) => completeIn(tx, asking, input))
}

async function completeIn(
  tx: Tx,
  asking: Asking,
  input: CompleteRepairInput,
): Promise<Result<null, CompleteRepairRefusal>> {
  const { actor, now } = asking
  const { result, completionNote } = input
  const locked = await lockRepair(tx, actor, input)
  if (!locked.ok) return locked
  const held = locked.value
  const completedAt = input.completedAt ?? now
  const decided = decideCompletion(held, { completedAt, result, ...readPhoto(input) }, now)
  if (!decided.ok) return decided
  await tx
    .update(repair)
    .set({ completedAt, result, completionNote, ...decided.value, version: now })
    .where(oneRepair(actor, input))
  if (held.photo !== decided.value.photo) await recordPhoto(tx, asking, { ...input, kind: held.kind }, decided.value)
  await recordEnd(tx, asking, { ...input, kind: held.kind, completedAt })
  return done(null)
}

interface Ended extends SeenRepair {
  kind: RepairKind
  completedAt: Date
  result: CompleteRepairInput['result']
}

async function recordEnd(tx: Tx, asking: Asking, { caseId, repairId, kind, completedAt, result }: Ended) {
  const at = completedAt.toISOString()
  const about = { caseId, subjectId: repairId, happenedAt: completedAt }
  if (kind === 'repair')
    await recordEvent(tx, asking, { kind: 'repair-completed', data: { repairId, completedAt: at, result }, ...about })
  else
    await recordEvent(tx, asking, {
      kind: 'graffiti-removed',
      data: { graffitiId: repairId, removedAt: at, result },
      ...about,
    })
}
