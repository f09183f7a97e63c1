import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { COMPLETE_YEARS, readCalendar } from '../../../db/read-calendar.ts'
import { setting } from '../../../db/schema/everyday.ts'
import { permissionsOf } from '../../access/ability.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { yearOf } from '../../domain/time/calendar-day.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

export const completeYearInput = z.object({ year: z.coerce.number('Choose a year').int('Choose a year') })

export type CompleteYearRefusal =
  | { kind: 'not-allowed' }
  | { kind: 'not-next'; next: number }
  | { kind: 'too-few'; listed: number }

/** England and Wales have had at least eight every year since 1978, so a shorter list is incomplete. */
const FEWEST = 8

/** Confirms that the list of a year is complete: from then on its working days can be counted. */
export function completeYear(
  asking: Asking,
  { year }: z.output<typeof completeYearInput>,
): Promise<Result<{ year: number }, CompleteYearRefusal | AlreadyDone>> {
  return writeOnce<{ year: number }, CompleteYearRefusal>(asking, 'complete-year', { year }, async (tx) => {
    if (!permissionsOf(asking.actor).may('update', 'setting', {})) return refused({ kind: 'not-allowed' })
    const calendar = await readCalendar(tx)
    const next = Math.max(...calendar.coveredYears) + 1
    if (year !== next) return refused({ kind: 'not-next', next })
    const listed = [...calendar.holidays.keys()].filter((on) => yearOf(on) === year).length
    if (listed < FEWEST) return refused({ kind: 'too-few', listed })
    const [known] = await tx
      .select({ value: setting.value })
      .from(setting)
      .where(eq(setting.name, COMPLETE_YEARS))
      .for('update')
    const value = { value: [...(Array.isArray(known?.value) ? known.value : []), year], changedAt: asking.now }
    await tx
      .insert(setting)
      .values({ name: COMPLETE_YEARS, ...value })
      .onConflictDoUpdate({ target: setting.name, set: value })
    await recordEvent(tx, asking, { kind: 'holiday-list-completed', data: { year } })
    return done({ year })
  })
}
