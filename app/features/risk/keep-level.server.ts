import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { caseFile } from '../../../db/schema/case-file.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import type { AssessedLevel } from '../../domain/risk/risk-level.ts'

/** Writes the level to the case as well: lists sort and filter by it. The caller has locked the case. */
export async function keepLevel(tx: Tx, { agencyId }: Actor, caseId: string, risk: AssessedLevel): Promise<void> {
  await tx
    .update(caseFile)
    .set({ risk })
    .where(and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId)))
}
