import type { StrandId } from '../domain/cases/strand.ts'
import type { ConsentPurpose } from '../domain/consents/consent-purpose.ts'
import type { DataCategory } from '../domain/consents/data-category.ts'
import type { AwarenessKind } from '../domain/partnership/awareness.ts'
import type { TensionGrade } from '../domain/partnership/tension.ts'
import type { AskedBy } from '../domain/referrals/referral-decision.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { TakeReportInput } from '../features/intake/take-report.server.ts'
import type { AgencyTold } from './agencies.ts'
import type { PersonTold } from './people.ts'

/** Fields of the report as its form sends them; the rest is what most reports say. */
export type ReportTold = Partial<Record<Exclude<keyof TakeReportInput, 'receivedAt'>, unknown>> & {
  account: string
  /** For a report typed in later than it came. */
  receivedAt?: Date
}

/** A case as a story holds it. */
export interface CaseTold {
  caseId: string
  reference: string
  worker: PersonTold
}

/** A referral as a story holds it. `version` follows each move, as the page that somebody looks at would. */
export interface ReferralTold {
  referralId: string
  file: CaseTold
  to: AgencyTold
  purpose: ConsentPurpose
  categories: readonly DataCategory[]
  summary: string
  version: number
}

export interface ReferTold {
  purpose: ConsentPurpose
  categories?: DataCategory[]
  /** For the recipient, in place of the account. */
  summary?: string
  askedBy?: AskedBy
  /** When it was decided, where that is typed in later. */
  decidedAt?: Date
  othersAtRisk?: string
  workerSafety?: string
  /** The referral that this one takes the place of. */
  instead?: ReferralTold
}

export interface ConsentTold {
  purpose: ConsentPurpose
  categories?: DataCategory[]
  decision?: 'agreed' | 'refused' | 'not_now'
  method?: 'verbal' | 'signed_paper'
  language?: string
  interpreter?: string
  limits?: string
  grantor?: 'client' | 'parent'
}

export interface PlanTold {
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

export interface WentTold {
  attendance: number
  materials: string
  followUp: string
}

export interface NoteTold {
  ward: string
  grade: TensionGrade
  strands: StrandId[]
  note: string
}
