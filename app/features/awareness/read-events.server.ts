import { and, asc, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { awarenessEvent, awarenessPartner } from '../../../db/schema/awareness.ts'
import { permissionsOf } from '../../access/ability.ts'
import { cellsOfWard } from '../../domain/hotspots/places/ward-centre.ts'
import type { Actor, Reading } from '../../domain/partnership/actor.ts'
import { AWARENESS_KINDS, type AwarenessState, isAwarenessKind } from '../../domain/partnership/awareness.ts'
import { WARDS } from '../../domain/partnership/ward.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { countRows, readPage, takePart } from '../../facts/lists/read-page.server.ts'
import type { EventsQuery } from './events-query.ts'

export interface EventListed {
  eventId: string
  title: string
  kind: string
  state: AwarenessState
  heldOn: string
  startsAt: string
  venue: string
  ward: string
  agencyName: string
  /** Number of agencies taking part, without the one that plans it. */
  partners: number
  attendance: number | null
  /** Whether the reader's agency still has to record how it went. */
  toRecord: boolean
}

/** One page of the partnership's awareness work in one state: planned events soonest first, others latest first. */
export async function listEvents({ actor, now }: Reading, query: EventsQuery) {
  return asActor(actor, async (tx) => {
    const wanted = whereOf(actor, query)
    const page = await readPage(query, {
      counted: await countRows(tx, awarenessEvent, wanted),
      select: (part) => takePart(rowsOf(tx, wanted, query), part),
    })
    const { may, mayLeave } = permissionsOf(actor)
    const mayPlan = mayLeave('insert', 'awarenessEvent', { agencyId: actor.agencyId })
    const today = londonDayOf(now)
    const rows = page.rows.map(
      ({ kind, agencyId, ...row }): EventListed => ({
        ...row,
        kind: isAwarenessKind(kind) ? AWARENESS_KINDS[kind].label : kind,
        toRecord: may('update', 'awarenessEvent', { agencyId }) && row.state === 'planned' && row.heldOn <= today,
      }),
    )
    return { ...page, rows, mayPlan }
  })
}

function whereOf({ agencyId }: Actor, { state, ward, ours }: EventsQuery): SQL | undefined {
  const invited = sql`exists (select 1 from ${awarenessPartner} where ${awarenessPartner.agencyId} = ${awarenessEvent.agencyId}
    and ${awarenessPartner.eventId} = ${awarenessEvent.eventId} and ${awarenessPartner.partnerAgencyId} = ${agencyId})`
  return and(
    eq(awarenessEvent.state, state),
    ward ? isInWard(ward) : undefined,
    ours ? or(eq(awarenessEvent.agencyId, agencyId), invited) : undefined,
  )
}

/** Work in an area of the map counts for all its wards, unless the work names one of them. */
function isInWard(name: string): SQL | undefined {
  const ward = WARDS.find((one) => one === name)
  const inArea = ward && and(eq(awarenessEvent.ward, ''), inArray(awarenessEvent.cell, cellsOfWard(ward)))
  return or(eq(awarenessEvent.ward, name), inArea)
}

function rowsOf(tx: Tx, wanted: SQL | undefined, { state }: EventsQuery) {
  const order = state === 'planned' ? asc : desc
  const { eventId, title, kind, heldOn, startsAt, venue, ward, attendance, agencyId } = awarenessEvent
  return tx
    .select({
      ...{ eventId, title, kind, state: awarenessEvent.state, heldOn, startsAt, venue, ward, attendance, agencyId },
      agencyName: agency.name,
      partners: sql<number>`(select count(*)::int from ${awarenessPartner} where ${awarenessPartner.agencyId} = ${agencyId}
        and ${awarenessPartner.eventId} = ${eventId} and ${awarenessPartner.state} = 'accepted')`,
    })
    .from(awarenessEvent)
    .innerJoin(agency, eq(agency.agencyId, awarenessEvent.agencyId))
    .where(wanted)
    .orderBy(order(heldOn), order(startsAt), order(eventId))
}
