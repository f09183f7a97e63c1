import { asc, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'

/** Counts of one agency over a period; null means "fewer than 5". */
export interface AgencyCounts {
  agencyName: string
  reports: number | null
  contactKept: number | null
  contactMissed: number | null
  referralsSent: number | null
  referKept: number | null
  referMissed: number | null
  received: number | null
  answered: number | null
  unanswered: number | null
  overrides: number | null
}

type Row = { agencyId: string } & { [Field in Exclude<keyof AgencyCounts, 'agencyName'>]: string | null }

/** Counts by agency between two instants; small counts never leave the database. Empty without permission. */
export async function readPartnershipCounts(tx: Tx, since: Date, until: Date): Promise<AgencyCounts[]> {
  const period = sql`${since.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz`
  const [rows, agencies] = await Promise.all([
    tx.execute<Row>(sql`select * from app.partnership_counts(${period})`),
    tx.select({ agencyId: agency.agencyId, name: agency.name }).from(agency).orderBy(asc(agency.name)),
  ])
  const byAgency = new Map(rows.map((row) => [row.agencyId, row]))
  return agencies.flatMap(({ agencyId, name }) => {
    const row = byAgency.get(agencyId)
    return row ? [{ agencyName: name, ...numbersOf(row) }] : []
  })
}

function numbersOf({ agencyId: _, ...counts }: Row) {
  const numbers = Object.entries(counts).map(([name, many]) => [name, many === null ? null : Number(many)])
  return Object.fromEntries(numbers) as Omit<AgencyCounts, 'agencyName'>
}
