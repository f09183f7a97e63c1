import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../db/as-actor.ts'
import { caseFile, client, clientSearchKey } from '../../../db/schema/case-file.ts'
import { saysUnknown } from '../../domain/cases/crime-reference.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { anyOrderKeys, nameKey, nameWords } from '../../domain/text/name-words.ts'
import { phoneSearchKeys } from '../../domain/text/phone-key.ts'

/** A case of the reader's agency that may be about the same person. */
export interface Lookalike {
  caseId: string
  reference: string
  clientName: string
  receivedAt: Date
  sameName: boolean
  samePhone: boolean
}

const SHOWN = 5

/**
 * Cases of the reader's agency whose client has this name, in any spelling and order, or one of these numbers.
 * 'Unknown' is not a name: two such clients have nothing in common. Cases of other agencies are never compared.
 */
export async function listLookalikes(
  tx: Tx,
  { actor }: Pick<Asking, 'actor'>,
  person: { clientName: string; phone: string; exceptCaseId?: string },
): Promise<Lookalike[]> {
  const name = saysUnknown(person.clientName) ? '' : nameKey(person.clientName)
  const phones = phoneSearchKeys(person.phone)
  const anyOrder = name ? anyOrderKeys(nameWords(person.clientName)) : []
  if (!name && phones.length === 0) return []
  const { agencyId } = actor
  const byKey = tx
    .select({ clientId: clientSearchKey.clientId })
    .from(clientSearchKey)
    .where(and(eq(clientSearchKey.agencyId, agencyId), inArray(clientSearchKey.key, [...anyOrder, ...phones])))
  const byName = tx
    .select({ clientId: client.clientId })
    .from(client)
    .where(name ? and(eq(client.agencyId, agencyId), eq(client.nameKey, name)) : sql`false`)
  const rows = await tx
    .select({
      caseId: caseFile.caseId,
      reference: caseFile.reference,
      clientName: client.name,
      receivedAt: caseFile.receivedAt,
      safeContact: client.safeContact,
    })
    .from(client)
    .innerJoin(caseFile, and(eq(caseFile.agencyId, client.agencyId), eq(caseFile.clientId, client.clientId)))
    .where(
      and(
        eq(client.agencyId, agencyId),
        inArray(client.clientId, union(byKey, byName)),
        person.exceptCaseId ? ne(caseFile.caseId, person.exceptCaseId) : undefined,
      ),
    )
    .orderBy(desc(caseFile.receivedAt))
    .limit(SHOWN)
  return rows.map(({ safeContact, ...found }) => ({
    ...found,
    sameName: anyOrderKeys(nameWords(found.clientName)).some((key) => anyOrder.includes(key)) || isSame(found, name),
    samePhone: phoneSearchKeys(safeContact.phone).some((number) => phones.includes(number)),
  }))
}

function isSame({ clientName }: { clientName: string }, key: string): boolean {
  return key !== '' && nameKey(clientName) === key
}
