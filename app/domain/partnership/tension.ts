import { addMonths, type CalendarDay } from '../time/calendar-day.ts'

/** How sure it is that there is tension: the three grades that tension monitoring uses. */
export const TENSION_GRADES = {
  experienced: { label: 'Experienced', meaning: 'Someone who was there saw it, or it happened to them' },
  evidenced: { label: 'Evidenced', meaning: 'There is something to show: a record, a photograph, a post, a leaflet' },
  potential: { label: 'Potential', meaning: 'It may happen: a date, a plan, a rumour that several people have heard' },
} as const satisfies Record<string, { label: string; meaning: string }>

export type TensionGrade = keyof typeof TENSION_GRADES

const MONTHS_IF_NOT_SAID = 3
const MONTHS_AT_MOST = 6

export function usualExpiry(today: CalendarDay): CalendarDay {
  return addMonths(today, MONTHS_IF_NOT_SAID)
}

/** The latest allowed last day of a note: soft intelligence goes out of date. */
export function latestExpiry(today: CalendarDay): CalendarDay {
  return addMonths(today, MONTHS_AT_MOST)
}

export function isExpiryAllowed(expiresOn: CalendarDay, today: CalendarDay): boolean {
  return expiresOn > today && expiresOn <= latestExpiry(today)
}
