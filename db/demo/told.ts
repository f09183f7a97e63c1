import type { AwarenessKind } from '../../app/domain/awareness.ts'
import type { CalendarDay } from '../../app/domain/calendar-day.ts'
import type { ConsentPurpose } from '../../app/domain/consent-purpose.ts'
import type { DataCategory } from '../../app/domain/data-category.ts'
import type { AskedBy } from '../../app/domain/referral-decision.ts'
import type { StrandId } from '../../app/domain/strand.ts'
import type { TensionGrade } from '../../app/domain/tension.ts'
import type { TakeReportInput } from '../../app/features/reports/take-report.server.ts'
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
