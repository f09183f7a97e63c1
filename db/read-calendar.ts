import { eq } from 'drizzle-orm'
import { BANK_HOLIDAYS, type Calendar, withAddedHolidays } from '../app/domain/time/bank-holidays.ts'
import { toDay } from '../app/domain/time/calendar-day.ts'
import type { Tx } from './as-actor.ts'
import { bankHoliday, setting } from './schema/everyday.ts'

/** The setting that lists the years whose added holidays an administrator has declared whole. */
export const COMPLETE_YEARS = 'complete-holiday-years'

/** The bundled calendar with the holidays that an administrator has added. */
export async function readCalendar(tx: Tx): Promise<Calendar> {
  const [added, [years]] = await Promise.all([
    tx.select({ on: bankHoliday.on, name: bankHoliday.name }).from(bankHoliday),
    tx.select({ value: setting.value }).from(setting).where(eq(setting.name, COMPLETE_YEARS)),
  ])
  return withAddedHolidays(
    BANK_HOLIDAYS,
    added.map(({ on, name }) => ({ on: toDay(on), name })),
    Array.isArray(years?.value) ? years.value.map(Number) : [],
  )
}
