import type { Tx } from '../../../../db/as-actor.ts'
import { interview } from '../../../../db/schema/interview.ts'
import { ifMay } from '../../../access/ability.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { londonDayOf, londonTimeOf } from '../../../domain/time/calendar-day.ts'
import { dayFields } from '../../../forms/day-fields.ts'
import type { FormState } from '../../../forms/form-state.ts'
import { type InterviewKey, interviewOf } from '../lock-interview.server.ts'

/** An arranged interview, and the values of its form. Null if it is over or may not be changed. */
export async function findAppointment(tx: Tx, actor: Actor, key: InterviewKey) {
  const [found] = await tx.select().from(interview).where(interviewOf(actor, key))
  const row = ifMay(actor, 'update', 'interview', found)
  if (row?.state !== 'arranged') return null
  const { place, chosenBy, placeDetail, mustNotKnow, arrival, companion, companionName, minutes } = row
  const values: FormState['values'] = {
    ...{ place, chosenBy, placeDetail, mustNotKnow, arrival, companion, companionName },
    minutes: String(minutes),
    ...instantFields('startsAt', row.startsAt),
  }
  return {
    interviewId: row.interviewId,
    seenVersion: String(row.version),
    startsAt: row.startsAt.toISOString(),
    values,
  }
}

/** The values of a `DateInput` with its time. */
export function instantFields(name: string, at: Date): Record<string, string> {
  return { ...dayFields(name, londonDayOf(at)), [`${name}-time`]: londonTimeOf(at) }
}
