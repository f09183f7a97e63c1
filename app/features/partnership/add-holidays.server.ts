import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { readCalendar } from '../../../db/read-calendar.ts'
import { bankHoliday } from '../../../db/schema/everyday.ts'
import { mayInsert } from '../../access/ability.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { type CalendarDay, dayInWords, isWeekend, londonDayOf } from '../../domain/time/calendar-day.ts'
import { neededDayField } from '../../forms/date-fields.server.ts'
import { neededText } from '../../forms/form-fields.server.ts'
import { repeatingGroup } from '../../forms/repeating/repeating-group.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { HOLIDAYS_PART } from './holidays-part.ts'

export const addHolidaysInput = z.object({
  holidays: repeatingGroup({
    entries: {
      on: neededDayField('holiday', 'Enter the day'),
      name: neededText(120, 'Enter what the holiday is called'),
    },
    item: HOLIDAYS_PART.item,
    most: HOLIDAYS_PART.most,
    missing: 'Enter the day and the name of at least one holiday',
  }),
})

export type AddHolidaysInput = z.output<typeof addHolidaysInput>

/** What is wrong with one of the days. */
export type DayRefusal =
  | { kind: 'listed-already'; name: string }
  | { kind: 'week-end'; day: string }
  | { kind: 'past' }
  | { kind: 'twice' }

export type AddHolidaysRefusal =
  | { kind: 'not-allowed' }
  /** `at` is the number of the holiday in the form, from 0. */
  | { kind: 'days-refused'; days: (DayRefusal & { at: number })[] }

/**
 * Adds bank holidays proclaimed after this release, all of them or none. The portal then moves open deadlines of every
 * agency that run over one (`rebaseEveryClock`). They cannot be removed again, because people rely on deadlines they
 * have seen.
 */
export function addHolidays(
  asking: Asking,
  input: AddHolidaysInput,
): Promise<Result<AddHolidaysInput, AddHolidaysRefusal | AlreadyDone>> {
  return writeOnce<AddHolidaysInput, AddHolidaysRefusal>(asking, 'add-holidays', input, async (tx) => {
    const { actor, now } = asking
    if (!mayInsert(actor, 'bankHoliday', {})) return refused({ kind: 'not-allowed' })
    const { holidays } = input
    const listed = (await readCalendar(tx)).holidays
    const days = holidays.flatMap(({ on }, at) => {
      const earlier = holidays.slice(0, at).some((other) => other.on === on)
      const why = earlier ? { kind: 'twice' as const } : refusalOf(on, londonDayOf(now), listed)
      return why ? [{ ...why, at }] : []
    })
    if (days.length > 0) return refused({ kind: 'days-refused', days })
    for (const [at, { on, name }] of holidays.entries()) {
      const added = await tx
        .insert(bankHoliday)
        .values({ on, name, addedBy: actor.staffId })
        .onConflictDoNothing()
        .returning({ on: bankHoliday.on })
      if (added.length === 0) return refused({ kind: 'days-refused', days: [{ kind: 'listed-already', name, at }] })
      await recordEvent(tx, asking, { kind: 'holiday-added', data: { on, name } })
    }
    return done(input)
  })
}

function refusalOf(on: CalendarDay, today: CalendarDay, listed: ReadonlyMap<string, string>): DayRefusal | null {
  if (on < today) return { kind: 'past' }
  if (isWeekend(on)) return { kind: 'week-end', day: dayInWords(on) }
  const name = listed.get(on)
  return name === undefined ? null : { kind: 'listed-already', name }
}
