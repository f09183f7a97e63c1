import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import type { AgencyOnPaper } from './agency-on-paper.ts'

/** The first contact as the letter reports it: made, due, or not set when there is no deadline. */
export type FirstContact =
  | { state: 'made'; on: CalendarDay }
  /** `workingDays` is the standard's promise (R3, R4); null if the client asked for a later day. */
  | { state: 'due'; by: CalendarDay; workingDays: number | null }
  | { state: 'not-set' }

/**
 * The content of the letter that confirms a report. It never says what happened, why, the client's group or who is
 * responsible: the person it must be hidden from may open the letter. An empty text means not known.
 */
export interface ReportReceived {
  reference: string
  reportedByClient: boolean
  clientName: string
  receivedOn: CalendarDay
  receivedTime: string
  receivedBy: string
  agency: AgencyOnPaper
  firstContact: FirstContact
  caseWorker: string
  alternativeContact: string
}

/** The letter without the names of people, for names that the fonts cannot show. */
export function withoutNames(letter: ReportReceived): ReportReceived {
  return { ...letter, clientName: '', receivedBy: '', caseWorker: '', alternativeContact: '' }
}
