import { and, asc, eq, notInArray } from 'drizzle-orm'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { awarenessEvent, awarenessPartner } from '../../../db/schema/awareness.ts'
import { permissionsOf } from '../../access/ability.ts'
import { STRANDS, type StrandId } from '../../domain/cases/strand.ts'
import { wardsIn } from '../../domain/hotspots/places/ward-centre.ts'
import type { Actor, Reading } from '../../domain/partnership/actor.ts'
import {
  AWARENESS_KINDS,
  AWARENESS_MOVES,
  type AwarenessMove,
  type AwarenessState,
  isAwarenessKind,
  mayMove,
  type PartnerState,
} from '../../domain/partnership/awareness.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { readJoinedAgencies } from '../../facts/joined-agencies.server.ts'
import type { EventRow } from './own-event.server.ts'

export interface PartnerShown {
  agencyId: string
  name: string
  state: PartnerState
  invitedAt: string
  answeredAt: string | null
  answeredByName: string
  note: string
}

export interface EventShown {
  eventId: string
  title: string
  kind: string
  state: AwarenessState
  heldOn: string
  startsAt: string
  endsAt: string
  venue: string
  ward: string
  strands: string[]
  audience: string
  languages: string
  materials: string
  attendance: number | null
  followUp: string
  agencyName: string
  plannedByName: string
  plannedAt: string
  mine: boolean
  due: boolean
  partners: PartnerShown[]
  /** The reader's agency's answer, if it was invited. */
  answer: PartnerState | null
  moves: AwarenessMove[]
}

/** One event with the actions the reader has, and the row for its forms; null if there is none. */
export async function findEvent(
  { actor, now }: Reading,
  eventId: string,
): Promise<{ event: EventShown; row: EventRow } | null> {
  return asActor(actor, async (tx) => {
    const [found] = await tx
      .select({ row: awarenessEvent, agencyName: agency.name })
      .from(awarenessEvent)
      .innerJoin(agency, eq(agency.agencyId, awarenessEvent.agencyId))
      .where(eq(awarenessEvent.eventId, eventId))
    if (!found) return null
    const partners = await partnersOf(tx, found.row)
    const event = shown(found.row, actor, now)
    const own = partners.find(({ agencyId }) => agencyId === actor.agencyId)
    const answer = own?.state ?? null
    const moves = movesOf(actor, found.row, own)
    return { row: found.row, event: { ...event, agencyName: found.agencyName, partners, answer, moves } }
  })
}

function shown(row: EventRow, actor: Actor, now: Date) {
  const { eventId, title, kind, state, heldOn, startsAt, endsAt, venue, ward, strands, audience, languages } = row
  const { materials, attendance, followUp, plannedByName, plannedAt } = row
  return {
    ...{
      eventId,
      title,
      state,
      heldOn,
      startsAt,
      endsAt,
      venue,
      ward: ward || (row.cell ? wardsIn(row.cell).join(', ') : ''),
      audience,
      languages,
      materials,
      attendance,
      followUp,
    },
    kind: isAwarenessKind(kind) ? AWARENESS_KINDS[kind].label : kind,
    strands: strands.map((strand) => STRANDS[strand as StrandId]?.label ?? strand),
    plannedByName,
    plannedAt: plannedAt.toISOString(),
    mine: row.agencyId === actor.agencyId,
    due: heldOn <= londonDayOf(now),
  }
}

function movesOf(actor: Actor, row: EventRow, own: PartnerShown | undefined): AwarenessMove[] {
  const { may } = permissionsOf(actor)
  const plans = may('update', 'awarenessEvent', row)
  const { agencyId } = row
  const answers = own && may('update', 'awarenessPartner', { ...own, agencyId, partnerAgencyId: own.agencyId })
  return (Object.keys(AWARENESS_MOVES) as AwarenessMove[]).filter(
    (move) => mayMove(move, row.state) && (AWARENESS_MOVES[move].by === 'planner' ? plans : answers),
  )
}

async function partnersOf(tx: Tx, { agencyId, eventId }: EventRow): Promise<PartnerShown[]> {
  const rows = await tx
    .select({ name: agency.name, row: awarenessPartner })
    .from(awarenessPartner)
    .innerJoin(agency, eq(agency.agencyId, awarenessPartner.partnerAgencyId))
    .where(and(eq(awarenessPartner.agencyId, agencyId), eq(awarenessPartner.eventId, eventId)))
    .orderBy(asc(agency.name))
  return rows.map(({ name, row: { partnerAgencyId, state, invitedAt, answeredAt, answeredByName, note } }) => ({
    ...{ agencyId: partnerAgencyId, name, state, answeredByName, note },
    invitedAt: invitedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  }))
}

export async function listInvitable(
  { actor }: { actor: Actor },
  { partners }: EventShown,
): Promise<{ agencyId: string; name: string; offers: string }[]> {
  const known = [actor.agencyId, ...partners.map(({ agencyId }) => agencyId)]
  return asActor(actor, async (tx) => {
    const joined = await readJoinedAgencies(tx)
    const others = await tx
      .select({ agencyId: agency.agencyId, name: agency.name, offers: agency.offers })
      .from(agency)
      .where(notInArray(agency.agencyId, known))
      .orderBy(asc(agency.name))
    return others.filter(({ agencyId }) => joined.has(agencyId))
  })
}
