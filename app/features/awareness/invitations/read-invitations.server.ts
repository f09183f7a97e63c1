import { and, asc, eq, gte } from 'drizzle-orm'
import { asActor } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { awarenessEvent, awarenessPartner } from '../../../../db/schema/awareness.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { londonDayOf } from '../../../domain/time/calendar-day.ts'

export interface InvitationWaiting {
  eventId: string
  title: string
  heldOn: string
  venue: string
  agencyName: string
}

/** Invitations to the reader's agency that have no answer yet, for future events. */
export async function readInvitations({ actor, now }: Reading): Promise<InvitationWaiting[]> {
  const { eventId, title, heldOn, venue } = awarenessEvent
  const ofEvent = and(
    eq(awarenessEvent.agencyId, awarenessPartner.agencyId),
    eq(awarenessEvent.eventId, awarenessPartner.eventId),
  )
  return asActor(actor, (tx) =>
    tx
      .select({ eventId, title, heldOn, venue, agencyName: agency.name })
      .from(awarenessPartner)
      .innerJoin(awarenessEvent, ofEvent)
      .innerJoin(agency, eq(agency.agencyId, awarenessEvent.agencyId))
      .where(
        and(
          eq(awarenessPartner.partnerAgencyId, actor.agencyId),
          eq(awarenessPartner.state, 'invited'),
          eq(awarenessEvent.state, 'planned'),
          gte(heldOn, londonDayOf(now)),
        ),
      )
      .orderBy(asc(heldOn)),
  )
}
