import { and, asc, eq, or, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { client } from '../../../db/schema/case-file.ts'
import type { Actor } from '../../domain/actor.ts'
import { nameKey, phoneKey } from '../../domain/client-key.ts'

const AT_MOST = 200
/** Fewer digits would answer to half of all numbers. */
const DIGITS_OF_A_NUMBER = 7

/** Clients of one's own agency: every word typed begins a word of the name, or it is their telephone number. */
export async function findClients(
  tx: Tx,
  { agencyId }: Actor,
  typed: string,
): Promise<{ clientIds: string[]; tooMany: boolean }> {
  const words = nameKey(typed).split(' ').filter(Boolean)
  const phone = phoneKey(typed)
  const byName = words.map((word) => sql`' ' || ${client.nameKey} like ${`% ${word}%`}`)
  const either = or(
    byName.length > 0 ? and(...byName) : undefined,
    phone.length >= DIGITS_OF_A_NUMBER ? eq(client.phoneKey, phone) : undefined,
  )
  if (!either) return { clientIds: [], tooMany: false }
  const rows = await tx
    .select({ clientId: client.clientId })
    .from(client)
    .where(and(eq(client.agencyId, agencyId), either))
    .orderBy(asc(client.nameKey))
    .limit(AT_MOST + 1)
  return { clientIds: rows.slice(0, AT_MOST).map(({ clientId }) => clientId), tooMany: rows.length > AT_MOST }
}
