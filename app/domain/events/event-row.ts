import type { CaseEventData } from '../cases/case-event.ts'
import type { Notifies } from '../notifications/notification-audience.ts'
import type { ClockEffect } from '../standards/clock-effects.ts'

/** The filters of a timeline. `consulted` is shown only when chosen. */
export const TIMELINE_GROUPS = {
  report: { label: 'What was reported' },
  contact: { label: 'Contacts' },
  interview: { label: 'Interviews' },
  people: { label: 'Who works on the case' },
  standard: { label: 'Service standards' },
  risk: { label: 'Risk' },
  consent: { label: 'Consent' },
  referral: { label: 'Referrals' },
  option: { label: 'Options and decisions' },
  plan: { label: 'Action plan' },
  document: { label: 'Papers' },
  file: { label: 'Photos and files' },
  consulted: { label: 'Who opened it' },
} as const satisfies Record<string, { label: string }>

export type TimelineGroup = keyof typeof TIMELINE_GROUPS

export interface KnownNames {
  staff: (staffId: string) => string
  agency: (agencyId: string) => string
  referral: (referralId: string) => string
}

/** What the portal does with one kind of event: its words, its clocks, its notifications. */
export interface CaseEventRow<Data> {
  /** Null for an event without a case. */
  group: TimelineGroup | null
  title: (data: Data, names: KnownNames) => string
  detail?: (data: Data, names: KnownNames) => string
  /** Replaces what the standards would do by their own startedBy, keptBy and cancelledBy. */
  clocks?: ClockEffect<Data>
  notifies: 'nobody' | Notifies<Data>
  /** The worker process runs a job after it. */
  startsJob?: true
}

/** A missing row, or a row that does not match the event's data, does not compile. */
export type CaseEventTable<Data = CaseEventData> = { readonly [Kind in keyof Data]: CaseEventRow<Data[Kind]> }

export function labelOf(vocabulary: Readonly<Record<string, { label: string }>>, id: string): string {
  return vocabulary[id]?.label ?? id
}
