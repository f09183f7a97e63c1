import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { staff } from '../../../../db/schema/staff.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'

/** The name that the other agency sees; the portal itself when nobody acted. */
export async function nameOf(tx: Tx, asking: Pick<Asking, 'actor'>): Promise<string> {
  const [row] = await tx.execute<{ name: string }>(sql`select ${nameSql(asking)} as name`)
  return row?.name ?? ''
}

/** The same as a part of the statement that writes it, which saves asking first. */
export function nameSql({ actor }: Pick<Asking, 'actor'>): SQL<string> {
  if (actor.role === 'system') return sql`'Accord'`
  return sql`(select ${staff.name} from ${staff}
    where ${staff.agencyId} = ${actor.agencyId} and ${staff.staffId} = ${actor.staffId})`
}
