import { BANK_HOLIDAYS, type Calendar, withAddedHolidays } from '../app/domain/bank-holidays.ts'
import { toDay } from '../app/domain/calendar-day.ts'
import type { Tx } from './as-actor.ts'
import { bankHoliday } from './schema/everyday.ts'

/** The bundled calendar with the holidays that an administrator has added. */
export async function readCalendar(tx: Tx): Promise<Calendar> {
  const added = await tx.select({ on: bankHoliday.on, name: bankHoliday.name }).from(bankHoliday)
  return withAddedHolidays(
    BANK_HOLIDAYS,
    added.map(({ on, name }) => ({ on: toDay(on), name })),
  )
}
