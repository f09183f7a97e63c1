import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { client } from '../../../db/schema/case-file.ts'
import type { ReaderOfPaper } from '../../domain/papers/giving.ts'
import type { Actor } from '../../domain/partnership/actor.ts'

/** How the client of a case can be reached safely, and how they read. */
export async function readReader(tx: Tx, { agencyId }: Actor, clientId: string): Promise<ReaderOfPaper> {
  const [row] = await tx
    .select({
      safeContact: client.safeContact,
      communicationNeeds: client.communicationNeeds,
      language: client.language,
    })
    .from(client)
    .where(and(eq(client.agencyId, agencyId), eq(client.clientId, clientId)))
  if (!row) throw new Error(`No client ${clientId}.`)
  return row
}
