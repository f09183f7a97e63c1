import { addMonths, type CalendarDay, toDay } from './calendar-day.ts'
import { isAfterDay, isBeforeDay, type PartialDay } from './partial-day.ts'

interface DateLimit {
  earliest: (today: CalendarDay) => CalendarDay
  latest: (today: CalendarDay) => CalendarDay
  tooEarly: string
  tooLate: string
}

const FIRST_BIRTH = toDay('1900-01-01')
const FIRST_RECORD = toDay('2000-01-01')
const today = (day: CalendarDay) => day
const NOT_AHEAD = 'The date must be today or earlier'

/** Which dates a field accepts. Each date field of a form names one of these. */
export const DATE_LIMITS = {
  birth: {
    earliest: () => FIRST_BIRTH,
    latest: today,
    tooEarly: 'Enter a year of birth from 1900',
    tooLate: 'The date of birth must be today or earlier',
  },
  /** What happened to a client, which may be long ago. */
  happened: {
    earliest: () => FIRST_BIRTH,
    latest: today,
    tooEarly: 'Enter a year from 1900',
    tooLate: NOT_AHEAD,
  },
  /** What staff did or received. */
  recorded: { earliest: () => FIRST_RECORD, latest: today, tooEarly: 'Enter a year from 2000', tooLate: NOT_AHEAD },
  planned: {
    earliest: today,
    latest: (day) => addMonths(day, 5 * 12),
    tooEarly: 'The date must be today or later',
    tooLate: 'Enter a date within the next five years',
  },
  /** A correction may keep a planned day that has passed. */
  correctedPlan: {
    earliest: () => FIRST_RECORD,
    latest: (day) => addMonths(day, 5 * 12),
    tooEarly: 'Enter a year from 2000',
    tooLate: 'Enter a date within the next five years',
  },
  /** A bank holiday may be announced many years ahead. */
  holiday: {
    earliest: today,
    latest: (day) => addMonths(day, 30 * 12),
    tooEarly: 'The date must be today or later',
    tooLate: 'Enter a date within the next 30 years',
  },
} as const satisfies Record<string, DateLimit>

export type DateLimitName = keyof typeof DATE_LIMITS

/** Why a date is outside its field's limit, in words; null if it is inside. */
export function outsideLimit(name: DateLimitName, known: PartialDay, day: CalendarDay): string | null {
  const limit: DateLimit = DATE_LIMITS[name]
  if (isBeforeDay(known, limit.earliest(day))) return limit.tooEarly
  return isAfterDay(known, limit.latest(day)) ? limit.tooLate : null
}
