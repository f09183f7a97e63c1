import { and, desc, eq, ne, or } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { caseFile, client } from '../../../db/schema/case-file.ts'
import type { Asking } from '../../domain/actor.ts'
import { nameKey, phoneKey } from '../../domain/client-key.ts'

/** A case of one's own agency that may be about the same person. */
export interface Lookalike {
  caseId: string
  reference: string
  clientName: string
  receivedAt: Date
  sameName: boolean
  samePhone: boolean
}

const SHOWN = 5

/** Cases of one's own agency whose client has this name or this number. Other agencies' are never compared. */
export async function listLookalikes(
  tx: Tx,
  { actor }: Pick<Asking, 'actor'>,
  given: { clientName: string; phone: string; exceptCaseId?: string },
): Promise<Lookalike[]> {
  const [name, phone] = [nameKey(given.clientName), phoneKey(given.phone)]
  const same = [...(name ? [eq(client.nameKey, name)] : []), ...(phone ? [eq(client.phoneKey, phone)] : [])]
  if (same.length === 0) return []
  const rows = await tx
    .select({
      caseId: caseFile.caseId,
      reference: caseFile.reference,
      clientName: client.name,
      receivedAt: caseFile.receivedAt,
      nameKey: client.nameKey,
      phoneKey: client.phoneKey,
    })
    .from(client)
    .innerJoin(caseFile, and(eq(caseFile.agencyId, client.agencyId), eq(caseFile.clientId, client.clientId)))
    .where(
      and(
        eq(client.agencyId, actor.agencyId),
        or(...same),
        given.exceptCaseId ? ne(caseFile.caseId, given.exceptCaseId) : undefined,
      ),
    )
    .orderBy(desc(caseFile.receivedAt))
    .limit(SHOWN)
  return rows.map(({ nameKey: theirName, phoneKey: theirPhone, ...found }) => ({
    ...found,
    sameName: name !== '' && theirName === name,
    samePhone: phone !== '' && theirPhone === phone,
  }))
}
