import { and, eq } from 'drizzle-orm'
import type { Actor } from '../app/domain/partnership/actor.ts'
import type { Tx } from './as-actor.ts'
import { caseFile } from './schema/case-file.ts'

/** Locks a case of the actor's agency until the transaction ends. Undefined for any other case. */
export async function lockCase(tx: Tx, { agencyId }: Pick<Actor, 'agencyId'>, caseId: string) {
  const [held] = await tx
    .select()
    .from(caseFile)
    .where(and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId)))
    .for('update')
  return held
}
