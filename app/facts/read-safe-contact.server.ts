import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { caseFile, client } from '../../db/schema/case-file.ts'
import { EMPTY_SAFE_CONTACT, type SafeContact } from '../domain/cases/safe-contact.ts'
import type { Actor } from '../domain/partnership/actor.ts'

/** How the client of a case may be reached. An unknown case gives the empty answers. */
export async function readSafeContact(tx: Tx, { agencyId }: Actor, caseId: string): Promise<SafeContact> {
  const [row] = await tx
    .select({ safeContact: client.safeContact })
    .from(caseFile)
    .innerJoin(client, and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId)))
    .where(and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId)))
  return row?.safeContact ?? EMPTY_SAFE_CONTACT
}
