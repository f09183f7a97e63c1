import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { readCalendar } from '../../../db/read-calendar.ts'
import { agency } from '../../../db/schema/agency.ts'
import { staff } from '../../../db/schema/staff.ts'
import { environment } from '../../access/environment.server.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { holidayListWarning } from '../../domain/time/bank-holidays.ts'
import { isCounted } from '../../facts/counted-people.server.ts'
import { readWaitingDecisions, type WaitingDecision } from '../../facts/waiting-decisions.server.ts'

export interface PortalState {
  agencies: number
  people: number
  notJoined: number
  leftLately: number
  holidayWarning: string | null
  /** No mail server is set up, so mail is saved as files on the server. */
  mailIsFiled: boolean
  decisions: WaitingDecision[]
}

/** The state of the portal for its administrator: people and agencies, no cases. */
export async function readPortalState(tx: Tx, actor: Actor, now: Date): Promise<PortalState> {
  const { smtpUrl, demo } = environment()
  const [[agencies], [people], calendar, decisions] = await Promise.all([
    tx.select({ many: sql<number>`count(*)::int` }).from(agency),
    tx
      .select({
        active: sql<number>`(count(*) filter (where ${staff.active}))::int`,
        notJoined: sql<number>`(count(*) filter (where ${isCounted('not-joined', now)}))::int`,
        leftLately: sql<number>`(count(*) filter (where ${isCounted('left-lately', now)}))::int`,
      })
      .from(staff),
    readCalendar(tx),
    readWaitingDecisions(tx, actor),
  ])
  return {
    agencies: agencies?.many ?? 0,
    people: people?.active ?? 0,
    notJoined: people?.notJoined ?? 0,
    leftLately: people?.leftLately ?? 0,
    holidayWarning: holidayListWarning(calendar, now),
    mailIsFiled: !smtpUrl && !demo,
    decisions,
  }
}
