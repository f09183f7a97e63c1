import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { caseFile } from '../../../db/schema/case-file.ts'
import type { Actor } from '../../domain/actor.ts'

/** A case of the actor's agency, held until the transaction ends; undefined for any other. */
export async function lockCase(tx: Tx, actor: Actor, caseId: string) {
  const [held] = await tx
    .select()
    .from(caseFile)
    .where(and(eq(caseFile.agencyId, actor.agencyId), eq(caseFile.caseId, caseId)))
    .for('update')
  return held
}
