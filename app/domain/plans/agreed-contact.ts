import type { ContactChannel } from '../cases/contact.ts'
import { type ContactInterval, contactIntervalInWords, nextContactDay } from '../risk/risk-consequence.ts'
import type { Calendar } from '../time/bank-holidays.ts'
import type { CalendarDay } from '../time/calendar-day.ts'

/** The contact that the client and the agency agreed (I5). */
export interface AgreedContact extends ContactInterval {
  channel: ContactChannel
  /** Who contacts the client. */
  staffId: string
  /** Why it is less often than the level of risk asks for; '' where it is not. */
  reason: string
}

/** A longer interval is almost certainly a slip, and would only hide the case. */
export const LONGEST_INTERVAL = 90

export const CONTACT_UNITS = {
  day: { label: 'Days' },
  working_day: { label: 'Working days' },
} as const satisfies Record<ContactInterval['unit'], { label: string }>

const DAYS_A_WEEK = 7
const WORKING_DAYS_A_WEEK = 5

/** Whether an interval brings fewer contacts than the level of risk asks for. A week has five working days. */
export function isLessOften(agreed: ContactInterval, required: ContactInterval): boolean {
  return inFifthsOfADay(agreed) > inFifthsOfADay(required)
}

// Whole numbers, so that five working days are exactly a week.
function inFifthsOfADay({ count, unit }: ContactInterval): number {
  return unit === 'day' ? count * WORKING_DAYS_A_WEEK : count * DAYS_A_WEEK
}

/** "every week", "every working day", "every 3 days". */
export function frequencyInWords(interval: ContactInterval): string {
  const { count, unit } = interval
  if (unit === 'day' && count === DAYS_A_WEEK) return 'every week'
  if (count > 1) return contactIntervalInWords(interval)
  return unit === 'day' ? 'every day' : 'every working day'
}

/** The days that decide when the next contact is due. */
export interface ContactDays {
  agreedOn: CalendarDay
  /** The last contact in which the client took part. */
  lastContactOn: CalendarDay | null
  /** The latest day the client asked to wait for, and the day they asked. */
  deferral: { askedOn: CalendarDay; until: CalendarDay } | null
}

/**
 * The day by which the agreed contact is next due: the interval after the last contact, or after the agreement. A later
 * day that the client asked for since then counts instead; the next contact ends that.
 */
export function nextContactDue(interval: ContactInterval, days: ContactDays, calendar: Calendar): CalendarDay {
  const { agreedOn, lastContactOn, deferral } = days
  const from = lastContactOn !== null && lastContactOn > agreedOn ? lastContactOn : agreedOn
  const due = nextContactDay(from, interval, calendar)
  const isOpen = deferral !== null && deferral.askedOn >= from && deferral.until > due
  return isOpen ? deferral.until : due
}
