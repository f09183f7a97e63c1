import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Tx } from '../../../db/as-actor.ts'
import { interview } from '../../../db/schema/interview.ts'
import { ifMay } from '../../access/ability.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { type InterviewKey, interviewOf } from './lock-interview.server.ts'

const MINUTE_MS = 60_000

/**
 * An interview as a calendar file, or null. It says "Appointment" and the reference and nothing else: calendars are
 * shared, and a telephone shows them on its locked screen.
 */
export async function readCalendarEntry(
  tx: Tx,
  actor: Actor,
  key: InterviewKey,
  reference: string,
): Promise<string | null> {
  const [found] = await tx.select().from(interview).where(interviewOf(actor, key))
  const row = ifMay(actor, 'select', 'interview', found)
  if (!row) return null
  const calendar = new ICalCalendar({
    prodId: { company: 'Accord', product: 'Accord', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `${row.interviewId}@accord`,
    start: row.startsAt,
    end: new Date(row.startsAt.getTime() + row.minutes * MINUTE_MS),
    stamp: row.arrangedAt,
    sequence: row.version,
    summary: `Appointment ${reference}`,
    status: row.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}
