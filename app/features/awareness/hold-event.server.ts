import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { awarenessEvent } from '../../../db/schema/awareness.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { type CalendarDay, londonDayOf, toDay } from '../../domain/time/calendar-day.ts'
import { typedText } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { lockOwnEvent, type OwnEventRefusal, ownEvent } from './own-event.server.ts'
import { type NamesRefusal, nobodyNamedField, refuseNames } from './refuse-names.server.ts'

const MOST_PEOPLE = 100_000

export const holdInput = z.object({
  attendance: z
    .string('Enter how many people came')
    .trim()
    .transform((typed, context): number => {
      const many = Number(typed.replaceAll(/[,\s]/g, ''))
      if (typed !== '' && Number.isInteger(many) && many >= 0 && many <= MOST_PEOPLE) return many
      context.addIssue({
        code: 'custom',
        message: 'Enter how many people came, as a whole number. An estimate will do',
      })
      return z.NEVER
    }),
  materials: typedText(500),
  followUp: typedText(1000),
  ...nobodyNamedField,
})

export type HoldInput = z.output<typeof holdInput>

export type HoldRefusal = OwnEventRefusal | NamesRefusal | { kind: 'not-yet'; heldOn: CalendarDay }

/** Records how an event went, from its day on (G13). The same form corrects the record. */
export function holdEvent(
  asking: Asking,
  input: HoldInput & { eventId: string },
): Promise<Result<null, HoldRefusal | AlreadyDone>> {
  const { eventId, nobodyNamed, ...went } = input
  return writeOnce<null, HoldRefusal>(asking, 'hold-event', input, async (tx) => {
    const { actor, now } = asking
    const own = await lockOwnEvent(tx, actor, eventId, 'hold')
    if (!own.ok) return own
    const heldOn = toDay(own.value.heldOn)
    if (heldOn > londonDayOf(now)) return refused({ kind: 'not-yet', heldOn })
    const named = await refuseNames(tx, { materials: went.materials, followUp: went.followUp }, nobodyNamed)
    if (named) return named
    await tx
      .update(awarenessEvent)
      .set({ ...went, state: 'held', version: now })
      .where(ownEvent(actor, eventId))
    await recordEvent(tx, asking, { kind: 'awareness-held', data: { eventId, heldOn }, subjectId: eventId })
    return done(null)
  })
}
