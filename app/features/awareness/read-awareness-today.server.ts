import { and, asc, desc, eq, gt, gte, lte, sql } from 'drizzle-orm'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { awarenessEvent, awarenessPartner } from '../../../db/schema/awareness.ts'
import { hotspotRelease } from '../../../db/schema/hotspot.ts'
import { sayChanges, sayEmerging, sayNotCompared } from '../../domain/hotspots/map/what-changed.ts'
import { sayPeriod } from '../../domain/hotspots/release/period.ts'
import { type QuietHotspot, quietHotspots } from '../../domain/hotspots/release/quiet-hotspots.ts'
import type { ReleaseBody } from '../../domain/hotspots/release/release-body.ts'
import { RELEASES_IN_TREND } from '../../domain/hotspots/statistics/emerging.ts'
import type { Actor, Reading } from '../../domain/partnership/actor.ts'
import { addMonths, type CalendarDay, londonDayOf, toDay } from '../../domain/time/calendar-day.ts'
import { readWaitingDecisions, type WaitingDecision } from '../../facts/waiting-decisions.server.ts'

const MONTHS_OF_WORK = 6

export interface AwarenessTodayData {
  /** The newest release in words, such as "July to September 2026"; null if there is none. */
  newest: string | null
  previous: string | null
  /** Clear rises and falls between the last two releases, as sentences. */
  changes: string[]
  emerging: { text: string; cell: string }[]
  /** Hotspots without awareness work for six months. */
  quiet: QuietHotspot[]
  toRecord: { eventId: string; title: string; heldOn: string }[]
  unanswered: { eventId: string; title: string; heldOn: string; agencyName: string; state: 'invited' | 'declined' }[]
  decisions: WaitingDecision[]
}

/** Today for coordinators and cohesion officers: changes by area, and the work done there. */
export async function readAwarenessToday({ actor, now }: Reading): Promise<AwarenessTodayData> {
  const today = londonDayOf(now)
  return asActor(actor, async (tx) => {
    const [releases, held, toRecord, unanswered, decisions] = await Promise.all([
      readReleases(tx),
      readHeld(tx, today),
      readToRecord(tx, actor, today),
      readUnanswered(tx, actor, today),
      readWaitingDecisions(tx, actor),
    ])
    const [previous, newest] = [releases.at(-2), releases.at(-1)]
    return {
      newest: newest ? sayPeriod(newest.period) : null,
      previous: previous ? sayPeriod(previous.period) : null,
      changes: newest && previous ? changesInWords(previous, newest) : [],
      emerging: sayEmerging(releases),
      quiet: quietHotspots(releases, held, today),
      ...{ toRecord, unanswered, decisions },
    }
  })
}

async function readReleases(tx: Tx): Promise<ReleaseBody[]> {
  const rows = await tx
    .select({ body: hotspotRelease.body })
    .from(hotspotRelease)
    .orderBy(desc(hotspotRelease.opensAt))
    .limit(RELEASES_IN_TREND)
  return rows.map(({ body }) => JSON.parse(body) as ReleaseBody).reverse()
}

function changesInWords(before: ReleaseBody, now: ReleaseBody): string[] {
  const changes = sayChanges(before, now)
  return changes.length === 0 ? [] : [...changes, ...sayNotCompared(before, now)].map(({ text }) => text)
}

async function readHeld(tx: Tx, today: CalendarDay) {
  const { ward, cell, heldOn } = awarenessEvent
  const rows = await tx
    .select({ ward, cell, heldOn })
    .from(awarenessEvent)
    .where(and(eq(awarenessEvent.state, 'held'), gt(heldOn, addMonths(today, -MONTHS_OF_WORK))))
  return rows.map((row) => ({ ...row, heldOn: toDay(row.heldOn) }))
}

function readToRecord(tx: Tx, { agencyId }: Actor, today: CalendarDay) {
  const { eventId, title, heldOn } = awarenessEvent
  return tx
    .select({ eventId, title, heldOn })
    .from(awarenessEvent)
    .where(and(eq(awarenessEvent.agencyId, agencyId), eq(awarenessEvent.state, 'planned'), lte(heldOn, today)))
    .orderBy(asc(heldOn))
}

/** The agency's own invitations that are open or were declined. */
function readUnanswered(tx: Tx, { agencyId }: Actor, today: CalendarDay) {
  const { eventId, title, heldOn } = awarenessEvent
  const ofEvent = and(
    eq(awarenessEvent.agencyId, awarenessPartner.agencyId),
    eq(awarenessEvent.eventId, awarenessPartner.eventId),
  )
  const state = sql<'invited' | 'declined'>`${awarenessPartner.state}`
  return tx
    .select({ eventId, title, heldOn, agencyName: agency.name, state })
    .from(awarenessPartner)
    .innerJoin(awarenessEvent, ofEvent)
    .innerJoin(agency, eq(agency.agencyId, awarenessPartner.partnerAgencyId))
    .where(
      and(
        eq(awarenessPartner.agencyId, agencyId),
        sql`${awarenessPartner.state} <> 'accepted'`,
        eq(awarenessEvent.state, 'planned'),
        gte(heldOn, today),
      ),
    )
    .orderBy(asc(heldOn), asc(agency.name))
}
