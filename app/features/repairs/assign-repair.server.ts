import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { repair } from '../../../db/schema/repair.ts'
import { type ClientWishRefusal, checkClientWish } from '../../domain/options/client-wish.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { type RepairState, repairState } from '../../domain/repairs/repair.ts'
import { SURFACE_OWNERS } from '../../domain/repairs/repair-kind.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { clientWishEntries } from '../../forms/client-wish-entries.server.ts'
import { typedInstantField } from '../../forms/date-fields.server.ts'
import { neededText, optionalChoiceOf, typedPhone } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { lockRepair, oneRepair, type RepairNotHeld, type SeenRepair, seenRepairEntries } from './lock-repair.server.ts'

export const assignRepairInput = z.object({
  ...seenRepairEntries,
  assignedTo: neededText(200, 'Enter who does the work, such as a contractor or a team'),
  assignedPhone: typedPhone(),
  expectedAt: typedInstantField('planned'),
  surfaceOwner: optionalChoiceOf(SURFACE_OWNERS),
  ...clientWishEntries,
})

export type AssignRepairInput = z.output<typeof assignRepairInput> & SeenRepair

export type AssignRepairRefusal = RepairNotHeld | ClientWishRefusal | { kind: 'repair-ended'; state: RepairState }

/** Says who is on the way. Nobody comes to a client who prefers that they do not (G8). */
export function assignRepair(
  asking: Asking,
  input: AssignRepairInput,
): Promise<Result<null, AssignRepairRefusal | AlreadyDone>> {
  return writeOnce(asking, 'assign-repair', input, (tx) => assignIn(tx, asking, input))
}

async function assignIn(tx: Tx, asking: Asking, input: AssignRepairInput): Promise<Result<null, AssignRepairRefusal>> {
  const { actor, now } = asking
  const locked = await lockRepair(tx, actor, input)
  if (!locked.ok) return locked
  const held = locked.value
  const state = repairState(held)
  if (state === 'done' || state === 'in_error') return refused({ kind: 'repair-ended', state })
  const wish = checkClientWish(input)
  if (!wish.ok) return wish
  const { assignedTo, assignedPhone, expectedAt, surfaceOwner } = input
  await tx
    .update(repair)
    .set({
      assignedTo,
      assignedPhone,
      expectedAt,
      surfaceOwner: surfaceOwner ?? held.surfaceOwner,
      ...wish.value,
      assignedAt: now,
      version: now,
    })
    .where(oneRepair(actor, input))
  const { caseId, repairId } = input
  await recordEvent(tx, asking, {
    kind: 'repair-assigned',
    data: {
      repairId,
      repairKind: held.kind,
      expectedAt: expectedAt?.toISOString() ?? null,
      wish: wish.value.clientWish,
    },
    caseId,
    subjectId: repairId,
  })
  return done(null)
}
