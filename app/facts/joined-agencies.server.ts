import { inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { agency } from '../../db/schema/agency.ts'

/**
 * The agencies in which at least one person has joined, with whether one of them can receive a referral. Who the people
 * are stays within their agency. Agencies that were only added are missing.
 */
export async function readJoinedAgencies(tx: Tx): Promise<ReadonlyMap<string, { receives: boolean }>> {
  const rows = await tx.execute<{ agencyId: string; receives: boolean }>(
    sql`select agency_id as "agencyId", receives from app.joined_agencies()`,
  )
  return new Map(rows.map(({ agencyId, receives }) => [agencyId, { receives }]))
}

/** The agencies with `hasReceiver`. `takesReferrals` becomes false where nobody could receive a referral. */
export async function withReceivers<Row extends { agencyId: string; takesReferrals: boolean }>(
  tx: Tx,
  rows: readonly Row[],
): Promise<(Row & { hasReceiver: boolean })[]> {
  const joined = await readJoinedAgencies(tx)
  return rows.map((row) => withReceiver(row, joined.get(row.agencyId)?.receives ?? false))
}

/** Reads these agencies as `withReceivers` would return them, in one statement. */
export async function readReceivers(tx: Tx, agencyIds: readonly string[]) {
  const rows = await tx
    .select({ agency, receives: sql<boolean>`coalesce(joined.receives, false)` })
    .from(agency)
    .leftJoin(sql`app.joined_agencies() joined`, sql`joined.agency_id = ${agency.agencyId}`)
    .where(inArray(agency.agencyId, [...agencyIds]))
  return rows.map((row) => withReceiver(row.agency, row.receives))
}

function withReceiver<Row extends { takesReferrals: boolean }>(row: Row, hasReceiver: boolean) {
  return { ...row, hasReceiver, takesReferrals: row.takesReferrals && hasReceiver }
}
