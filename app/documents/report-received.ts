import type { CalendarDay } from '../domain/time/calendar-day.ts'

/** What the letter says of the first contact: kept, still to come, or neither when no deadline holds. */
export type FirstContact =
  | { state: 'made'; on: CalendarDay }
  /** `workingDays` is what the standard promises (R3, R4); null where the client asked for another day. */
  | { state: 'due'; by: CalendarDay; workingDays: number | null }
  | { state: 'not-set' }

/**
 * What the acknowledgement of a report is made of. Never what happened, why, to which group the client belongs or who is
 * responsible: a letter may be opened by the person it must be kept from. Empty text: not known.
 */
export interface ReportReceived {
  reference: string
  reportedByClient: boolean
  clientName: string
  receivedOn: CalendarDay
  receivedTime: string
  receivedBy: string
  agency: { name: string; phone: string; email: string; hours: string }
  firstContact: FirstContact
  caseWorker: string
  alternativeContact: string
}

/** The same letter without the names of people, for when the fonts cannot show one of them. */
export function withoutNames(letter: ReportReceived): ReportReceived {
  return { ...letter, clientName: '', receivedBy: '', caseWorker: '', alternativeContact: '' }
}
