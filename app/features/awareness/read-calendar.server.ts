import { and, asc, eq, gte, or, sql } from 'drizzle-orm'
import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { atTheDoor, type Tx } from '../../../db/as-actor.ts'
import { readNow } from '../../../db/read-now.ts'
import { agency } from '../../../db/schema/agency.ts'
import { awarenessEvent, awarenessPartner, calendarFeed } from '../../../db/schema/awareness.ts'
import { calendarTokenHash } from '../../access/calendar-token.server.ts'
import { environment } from '../../access/environment.server.ts'
import { countedAddress, countTry, forgetTry, type Try } from '../../access/rate-limit.server.ts'
import { AWARENESS_KINDS, isAwarenessKind, startOf } from '../../domain/awareness.ts'
import { addMonths, londonDayOf, toDay } from '../../domain/calendar-day.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import type { EventRow } from './own-event.server.ts'

const MONTHS_BACK = 12

/**
 * The calendar behind a secret address as iCalendar, or null: unknown, or replaced by a newer one. Only what finds
 * nothing is counted against who asks, for many agencies' calendars are fetched from one provider's address.
 */
export async function readCalendar(
  token: string,
  clientAddress: string,
): Promise<Result<string | null, { kind: 'wait'; seconds: number }>> {
  const tried: Try[] = [['calendar-address', countedAddress(clientAddress)]]
  const seconds = await countTry(tried)
  if (seconds > 0) return refused({ kind: 'wait', seconds })
  const found = await atTheDoor((tx) => findCalendar(tx, token))
  if (found) await forgetTry(tried)
  return done(found ? calendarOf(found.agencyName, found.events) : null)
}

async function findCalendar(tx: Tx, token: string) {
  const [owner] = await tx
    .select({ agencyId: agency.agencyId, agencyName: agency.name })
    .from(calendarFeed)
    .innerJoin(agency, eq(agency.agencyId, calendarFeed.agencyId))
    .where(eq(calendarFeed.tokenHash, calendarTokenHash(token)))
  if (!owner) return null
  const since = addMonths(londonDayOf(await readNow(tx)), -MONTHS_BACK)
  const accepted = sql`exists (select 1 from ${awarenessPartner} where ${awarenessPartner.agencyId} = ${awarenessEvent.agencyId}
    and ${awarenessPartner.eventId} = ${awarenessEvent.eventId} and ${awarenessPartner.state} = 'accepted'
    and ${awarenessPartner.partnerAgencyId} = ${owner.agencyId})`
  const events = await tx
    .select()
    .from(awarenessEvent)
    .where(and(or(eq(awarenessEvent.agencyId, owner.agencyId), accepted), gte(awarenessEvent.heldOn, since)))
    .orderBy(asc(awarenessEvent.heldOn), asc(awarenessEvent.eventId))
  return { agencyName: owner.agencyName, events }
}

/** The same events give the same text, so that a calendar can ask whether anything is new. */
function calendarOf(agencyName: string, events: readonly EventRow[]): string {
  const calendar = new ICalCalendar({
    name: `Awareness work: ${agencyName}`,
    prodId: { company: 'Accord', product: 'Accord', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const event of events) {
    const { eventId, title, kind, venue, ward, state, version, plannedAt } = event
    const heldOn = toDay(event.heldOn)
    const start = startOf({ heldOn, startsAt: event.startsAt })
    calendar.createEvent({
      id: `${eventId}@accord`,
      start: start ?? new Date(`${heldOn}T00:00:00Z`),
      allDay: start === null,
      stamp: version,
      lastModified: version,
      sequence: Math.floor((version.getTime() - plannedAt.getTime()) / 1000),
      summary: title,
      description: isAwarenessKind(kind) ? AWARENESS_KINDS[kind].label : kind,
      location: ward ? `${venue}, ${ward}` : venue,
      url: `${environment().origin}/awareness/${eventId}`,
      status: state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}
