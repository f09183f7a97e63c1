import { sql } from 'drizzle-orm'
import { BANK_HOLIDAYS, type Calendar, withAddedHolidays } from '../app/domain/time/bank-holidays.ts'
import { toDay } from '../app/domain/time/calendar-day.ts'
import type { Tx } from './as-actor.ts'
import { bankHoliday, setting } from './schema/everyday.ts'

/** The setting with the years for which an administrator has confirmed that the holiday list is complete. */
export const COMPLETE_YEARS = 'complete-holiday-years'

interface AddedToCalendar extends Record<string, unknown> {
  holidays: { on: string; name: string }[]
  years: unknown
}

/** The bundled calendar and the holidays added since, in one statement: every deadline needs it. */
export async function readCalendar(tx: Tx): Promise<Calendar> {
  const [added] = await tx.execute<AddedToCalendar>(sql`select
    coalesce((select json_agg(json_build_object('on', ${bankHoliday.on}, 'name', ${bankHoliday.name}))
      from ${bankHoliday}), '[]') as holidays,
    (select ${setting.value} from ${setting} where ${setting.name} = ${COMPLETE_YEARS}) as years`)
  if (!added) throw new Error('The database told no calendar.')
  return withAddedHolidays(
    BANK_HOLIDAYS,
    added.holidays.map(({ on, name }) => ({ on: toDay(on), name })),
    Array.isArray(added.years) ? added.years.map(Number) : [],
  )
}
