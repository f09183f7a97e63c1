import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { readCalendar } from '../../../db/read-calendar.ts'
import { bankHoliday } from '../../../db/schema/everyday.ts'
import { mayInsert } from '../../access/ability.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { dayInWords, isWeekend, londonDayOf } from '../../domain/time/calendar-day.ts'
import { neededDayField } from '../../forms/date-fields.server.ts'
import { neededText } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

export const addHolidayInput = z.object({
  on: neededDayField('holiday', 'Enter the day'),
  name: neededText(120, 'Enter what the holiday is called'),
})

export type AddHolidayInput = z.output<typeof addHolidayInput>

export type AddHolidayRefusal =
  | { kind: 'not-allowed' }
  | { kind: 'listed-already'; name: string }
  | { kind: 'week-end'; day: string }
  | { kind: 'past' }

/**
 * Adds a bank holiday proclaimed after this release. The portal then moves open deadlines of every agency that run
 * over it (`rebaseEveryClock`). It cannot be removed again, because people rely on deadlines they have seen.
 */
export function addHoliday(
  asking: Asking,
  { on, name }: AddHolidayInput,
): Promise<Result<AddHolidayInput, AddHolidayRefusal | AlreadyDone>> {
  return writeOnce<AddHolidayInput, AddHolidayRefusal>(asking, 'add-holiday', { on, name }, async (tx) => {
    const { actor, now } = asking
    if (!mayInsert(actor, 'bankHoliday', {})) return refused({ kind: 'not-allowed' })
    if (on < londonDayOf(now)) return refused({ kind: 'past' })
    if (isWeekend(on)) return refused({ kind: 'week-end', day: dayInWords(on) })
    const listed = (await readCalendar(tx)).holidays.get(on)
    if (listed !== undefined) return refused({ kind: 'listed-already', name: listed })
    const added = await tx
      .insert(bankHoliday)
      .values({ on, name, addedBy: actor.staffId })
      .onConflictDoNothing()
      .returning({ on: bankHoliday.on })
    if (added.length === 0) return refused({ kind: 'listed-already', name })
    await recordEvent(tx, asking, { kind: 'holiday-added', data: { on, name } })
    return done({ on, name })
  })
}
