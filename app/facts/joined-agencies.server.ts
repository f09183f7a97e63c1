import { inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { agency } from '../../db/schema/agency.ts'

/**
 * The agencies in which at least one person has joined, and whether one of them can receive a referral. Only their own
 * agency may know who the people are. An agency that is missing here has only been added.
 */
export async function readJoinedAgencies(tx: Tx): Promise<ReadonlyMap<string, { receives: boolean }>> {
  const rows = await tx.execute<{ agencyId: string; receives: boolean }>(
    sql`select agency_id as "agencyId", receives from app.joined_agencies()`,
  )
  return new Map(rows.map(({ agencyId, receives }) => [agencyId, { receives }]))
}

/** An agency as it may be offered: it takes referrals once a person there can receive them. */
export async function withReceivers<Row extends { agencyId: string; takesReferrals: boolean }>(
  tx: Tx,
  rows: readonly Row[],
): Promise<(Row & { hasReceiver: boolean })[]> {
  const joined = await readJoinedAgencies(tx)
  return rows.map((row) => withReceiver(row, joined.get(row.agencyId)?.receives ?? false))
}

/** These agencies as they may be offered, in one statement. */
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
