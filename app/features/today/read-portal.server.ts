import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { readCalendar } from '../../../db/read-calendar.ts'
import { agency } from '../../../db/schema/agency.ts'
import { staff } from '../../../db/schema/staff.ts'
import { holidayListWarning } from '../../domain/bank-holidays.ts'

export interface PortalState {
  agencies: number
  people: number
  notJoined: number
  leftLately: number
  holidayWarning: string | null
}

/** How the portal stands, for its administrator: people and agencies, no case. */
export async function readPortalState(tx: Tx, now: Date): Promise<PortalState> {
  const at = sql`${now.toISOString()}::timestamptz`
  const [[agencies], [people], calendar] = await Promise.all([
    tx.select({ many: sql<number>`count(*)::int` }).from(agency),
    tx
      .select({
        active: sql<number>`(count(*) filter (where ${staff.active}))::int`,
        notJoined: sql<number>`(count(*) filter (where not ${staff.active} and ${staff.leftAt} is null))::int`,
        leftLately: sql<number>`(count(*) filter (where ${staff.leftAt} > ${at} - interval '30 days'))::int`,
      })
      .from(staff),
    readCalendar(tx),
  ])
  return {
    agencies: agencies?.many ?? 0,
    people: people?.active ?? 0,
    notJoined: people?.notJoined ?? 0,
    leftLately: people?.leftLately ?? 0,
    holidayWarning: holidayListWarning(calendar, now),
  }
}
