import { and, asc, eq, gte, or, sql } from 'drizzle-orm'
import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { asSignIn, type Tx } from '../../../../db/as-actor.ts'
import { readNow } from '../../../../db/read-now.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { awarenessEvent, awarenessPartner, calendarFeed } from '../../../../db/schema/awareness.ts'
import { calendarTokenHash, isCalendarToken } from '../../../access/calendar-token.server.ts'
import { environment } from '../../../access/environment.server.ts'
import { countedAddress, countTry } from '../../../access/rate-limit.server.ts'
import { AWARENESS_KINDS, endOf, isAwarenessKind, startOf } from '../../../domain/partnership/awareness.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { addDays, addMonths, londonDayOf, toDay } from '../../../domain/time/calendar-day.ts'
import type { EventRow } from '../own-event.server.ts'

const MONTHS_BACK = 12

/**
 * The iCalendar text at a secret address, or null: unknown, replaced, or its owner has left. Only requests that find
 * nothing count towards the rate limit, and one that finds a calendar is never refused: many people's calendars are
 * fetched from one provider's address.
 */
export async function readAwarenessCalendar(
  token: string,
  clientAddress: string,
): Promise<Result<string | null, { kind: 'wait'; seconds: number }>> {
  const found = isCalendarToken(token) ? await asSignIn((tx) => findCalendar(tx, token)) : null
  if (found) return done(calendarOf(found.agencyName, found.events))
  const seconds = await countTry([['calendar-address', countedAddress(clientAddress)]])
  return seconds > 0 ? refused({ kind: 'wait', seconds }) : done(null)
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

/** The same events give the same text, so that a calendar program can check whether anything changed. */
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
    const dayAfter = new Date(`${addDays(heldOn, 1)}T00:00:00Z`)
    calendar.createEvent({
      id: `${eventId}@accord`,
      start: start ?? new Date(`${heldOn}T00:00:00Z`),
      end: start ? endOf({ heldOn, startsAt: event.startsAt, endsAt: event.endsAt }) : dayAfter,
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
