import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { caseFile } from '../../../../db/schema/case-file.ts'
import { staff } from '../../../../db/schema/staff.ts'
import { permissionsOf } from '../../../access/ability.ts'
import { checkHolder } from '../../../domain/cases/case.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { type AllocateCaseRefusal, allocateCaseInput, allocateIn } from './allocate-case.server.ts'

export const reallocateCasesInput = z.object({ staffId: allocateCaseInput.shape.staffId })

export type ReallocateCasesInput = z.output<typeof reallocateCasesInput> & {
  fromStaffId: string
}

export type ReallocateCasesRefusal = AllocateCaseRefusal | { kind: 'not-a-manager' }

/** Gives all open cases of one person to a colleague, all or none: before the person leaves or is away for long. */
export function reallocateCases(
  asking: Asking,
  { fromStaffId, staffId }: ReallocateCasesInput,
): Promise<Result<{ moved: number }, ReallocateCasesRefusal | AlreadyDone>> {
  const input = { fromStaffId, staffId }
  return writeOnce<{ moved: number }, ReallocateCasesRefusal>(asking, 'reallocate-cases', input, async (tx) => {
    const { agencyId } = asking.actor
    if (!permissionsOf(asking.actor).mayEver('allocate', 'caseFile')) return refused({ kind: 'not-a-manager' })
    // Checked even if there is nothing to move: otherwise the page would report success for a stranger or a leaver.
    const [holder] = await tx
      .select()
      .from(staff)
      .where(and(eq(staff.agencyId, agencyId), eq(staff.staffId, staffId)))
    if (!holder) return refused({ kind: 'not-found' })
    const mayHold = checkHolder(agencyId, holder)
    if (!mayHold.ok) return mayHold
    // Locked in one order, so that two managers at once wait for each other instead of deadlocking.
    const held = await tx
      .select({ caseId: caseFile.caseId })
      .from(caseFile)
      .where(and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseWorkerId, fromStaffId), eq(caseFile.stage, 'open')))
      .orderBy(asc(caseFile.caseId))
      .for('update')
    for (const { caseId } of held) {
      const moved = await allocateIn(tx, asking, { caseId, staffId })
      if (!moved.ok) return moved
    }
    return done({ moved: held.length })
  })
}
