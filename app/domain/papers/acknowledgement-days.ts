import type { Calendar } from '../time/bank-holidays.ts'
import { type CalendarDay, londonDayOf } from '../time/calendar-day.ts'
import { lastWorkingDayBy } from '../time/working-day.ts'

export interface AcknowledgementDays {
  dueOn: CalendarDay
  /** The last working day on or before the deadline: offices and the post rest on the others. */
  sendBy: CalendarDay
}

/** When to send the acknowledgement of a plan whose five days end at `dueAt` (I4b). */
export function acknowledgementDays(dueAt: Date, calendar: Calendar): AcknowledgementDays {
  const dueOn = londonDayOf(dueAt)
  return { dueOn, sendBy: lastWorkingDayBy(dueOn, calendar) }
}
