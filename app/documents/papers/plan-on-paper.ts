import type { ContactChannel } from '../../domain/cases/contact.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import type { AgencyOnPaper, PersonOnPaper } from './agency-on-paper.ts'

interface ActionOnPaper {
  owner: 'agency' | 'client'
  what: string
  /** Who does it for the agency; empty where no one is named. */
  who: string
  dueOn: CalendarDay
  why: string
}

/** One version of an action plan, as the client holds it in their hands. Never strands, risk or who is responsible. */
export interface PlanOnPaper {
  reference: string
  clientName: string
  agency: AgencyOnPaper
  version: number
  /** Null for a plan that is to be signed. */
  agreedOn: CalendarDay | null
  /** The first part of the fingerprint of the version, to compare with the screen. */
  fingerprint: string
  actions: readonly ActionOnPaper[]
  contact: { count: number; unit: 'day' | 'working_day'; channel: ContactChannel; by: string } | null
  caseWorker: PersonOnPaper | null
  alternativeContact: PersonOnPaper | null
}
