import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { storedFile } from '../../../db/schema/file.ts'
import { ifMay } from '../../access/ability.ts'
import type { Actor } from '../../domain/partnership/actor.ts'

export interface FileAddress {
  caseId: string
  fileId: string
}

/** A file of this case. Undefined for one of another case, another agency, or none. */
export async function findFile(tx: Tx, actor: Actor, { caseId, fileId }: FileAddress) {
  const [row] = await tx
    .select()
    .from(storedFile)
    .where(and(eq(storedFile.agencyId, actor.agencyId), eq(storedFile.caseId, caseId), eq(storedFile.fileId, fileId)))
  return ifMay(actor, 'select', 'storedFile', row)
}
