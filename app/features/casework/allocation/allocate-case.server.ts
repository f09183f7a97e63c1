import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { caseFile } from '../../../../db/schema/case-file.ts'
import { staff } from '../../../../db/schema/staff.ts'
import { permissionsOf } from '../../../access/ability.ts'
import { lockCaseToChange } from '../../../access/lock-case.server.ts'
import { type AllocationRefusal, decideAllocation } from '../../../domain/cases/case.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'

export const allocateCaseInput = z.object({
  staffId: z.uuid({ error: 'Choose who will be the case worker' }),
})

export type AllocateCaseInput = z.output<typeof allocateCaseInput> & { caseId: string }

export type AllocateCaseRefusal =
  | AllocationRefusal
  | { kind: 'not-found' }
  | { kind: 'only-a-manager-allocates' }
  | { kind: 'somebody-has-it' }

/** Names the one case worker (R6): a manager allocates to anyone, a case worker takes an unallocated case. */
export function allocateCase(
  asking: Asking,
  input: AllocateCaseInput,
): Promise<Result<{ caseWorkerId: string }, AllocateCaseRefusal | AlreadyDone>> {
  return writeOnce(asking, 'allocate-case', input, (tx) => allocateIn(tx, asking, input))
}

/** Allocates in the transaction of another use case, such as recording the first contact. */
export async function allocateIn(
  tx: Tx,
  asking: Asking,
  { caseId, staffId }: AllocateCaseInput,
): Promise<Result<{ caseWorkerId: string }, AllocateCaseRefusal>> {
  const { actor, now } = asking
  const held = await lockCaseToChange(tx, actor, caseId)
  if (!held) return refused({ kind: 'not-found' })
  const [holder] = await tx
    .select()
    .from(staff)
    .where(and(eq(staff.agencyId, actor.agencyId), eq(staff.staffId, staffId)))
  if (!holder) return refused({ kind: 'not-found' })
  const decided = decideAllocation(held, holder)
  if (!decided.ok) return decided
  const { may } = permissionsOf(actor)
  if (!may('allocate', 'caseFile', held)) {
    if (staffId !== actor.staffId) return refused({ kind: 'only-a-manager-allocates' })
    if (!may('take', 'caseFile', held)) return refused({ kind: 'somebody-has-it' })
  }
  await tx
    .update(caseFile)
    .set({ ...decided.value, allocatedAt: now, returnedToQueueAt: null, version: now })
    .where(and(eq(caseFile.agencyId, actor.agencyId), eq(caseFile.caseId, caseId)))
  await recordEvent(tx, asking, { kind: 'case-allocated', data: { staffId }, caseId, subjectId: staffId })
  return done({ caseWorkerId: staffId })
}
