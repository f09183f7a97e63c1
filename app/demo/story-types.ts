import type { StrandId } from '../domain/cases/strand.ts'
import type { ConsentPurpose } from '../domain/consents/consent-purpose.ts'
import type { DataCategory } from '../domain/consents/data-category.ts'
import type { AwarenessKind } from '../domain/partnership/awareness.ts'
import type { TensionGrade } from '../domain/partnership/tension.ts'
import type { AskedBy } from '../domain/referrals/referral-decision.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { TakeReportInput } from '../features/intake/take-report.server.ts'
import type { StoryAgency } from './agencies.ts'
import type { StoryPerson } from './people.ts'

/** Fields of the report, as its form sends them. Missing fields get the usual answers. */
export type StoryReport = Partial<Record<Exclude<keyof TakeReportInput, 'receivedAt'>, unknown>> & {
  account: string
  /** When the report was received, if it is recorded later. */
  receivedAt?: Date
}

export interface StoryCase {
  caseId: string
  reference: string
  worker: StoryPerson
}

/** `version` counts the moves, like the version that a page sends back to detect changes by others. */
export interface StoryReferral {
  referralId: string
  file: StoryCase
  to: StoryAgency
  purpose: ConsentPurpose
  categories: readonly DataCategory[]
  summary: string
  version: number
}

export interface StoryReferralDetails {
  purpose: ConsentPurpose
  categories?: DataCategory[]
  /** What the recipient reads in place of the account. */
  summary?: string
  askedBy?: AskedBy
  /** When the agency decided to refer, if that is recorded later. */
  decidedAt?: Date
  othersAtRisk?: string
  workerSafety?: string
  /** The declined referral that this one replaces. */
  instead?: StoryReferral
}

export interface StoryConsent {
  purpose: ConsentPurpose
  categories?: DataCategory[]
  decision?: 'agreed' | 'refused' | 'not_now'
  method?: 'verbal' | 'signed_paper'
  language?: string
  interpreter?: string
  limits?: string
  grantor?: 'client' | 'parent'
}

export interface StoryEventPlan {
  title: string
  kind: AwarenessKind
  heldOn: CalendarDay
  startsAt: string
  endsAt?: string
  venue: string
  ward: string
  strands?: StrandId[]
  audience?: string
  languages?: string
  materials?: string
}

export interface StoryEventResult {
  attendance: number
  materials: string
  followUp: string
}

export interface StoryTensionNote {
  ward: string
  grade: TensionGrade
  strands: StrandId[]
  note: string
}
