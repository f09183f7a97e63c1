import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { agency } from '../../db/schema/agency.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Actor } from '../domain/partnership/actor.ts'

/** The actor's name, to store with what they did: names change, and people leave. Empty for a person without a row. */
export async function ownName(tx: Tx, actor: Actor): Promise<string> {
  const [row] = await tx.execute<{ name: string | null }>(sql`select ${ownNameSql(actor)} as name`)
  return row?.name ?? ''
}

/** `ownName` as SQL inside the statement that stores it, which saves a round trip. The portal's own name is Accord. */
export function ownNameSql({ agencyId, staffId, role }: Actor): SQL<string> {
  if (role === 'system') return sql`'Accord'`
  return sql`(select ${staff.name} from ${staff} where ${staff.agencyId} = ${agencyId} and ${staff.staffId} = ${staffId})`
}

/** Name and agency, because all agencies read the ledger of releases. An operator has no account and so no name. */
export async function ownNameAndAgency(tx: Tx, actor: Actor): Promise<string> {
  const { agencyId } = actor
  const [row] = await tx
    .select({ name: sql<string | null>`${ownNameSql(actor)}`, agency: agency.name })
    .from(agency)
    .where(sql`${agency.agencyId} = ${agencyId}`)
  return row ? `${row.name ?? 'The operator'}, ${row.agency}` : 'The operator'
}
