import type { CaseEventData } from '../cases/case-event.ts'
import type { Notifies } from '../notifications/notification-audience.ts'
import type { ClockEffect } from '../standards/clock-effects.ts'

/** What a timeline can be filtered by. `consulted` is shown only when asked for. */
export const TIMELINE_GROUPS = {
  report: { label: 'What was reported' },
  contact: { label: 'Contacts' },
  people: { label: 'Who works on the case' },
  standard: { label: 'Service standards' },
  consent: { label: 'Consent' },
  referral: { label: 'Referrals' },
  document: { label: 'Letters' },
  consulted: { label: 'Who opened it' },
} as const satisfies Record<string, { label: string }>

export type TimelineGroup = keyof typeof TIMELINE_GROUPS

/** Names for the ids that events hold. */
export interface KnownNames {
  staff: (staffId: string) => string
  agency: (agencyId: string) => string
  referral: (referralId: string) => string
}

/** All that the portal knows of one kind of event, besides its data. */
export interface CaseEventRow<Data> {
  /** Null for an event that has no case. */
  group: TimelineGroup | null
  title: (data: Data, names: KnownNames) => string
  detail?: (data: Data, names: KnownNames) => string
  /** Replaces what the standards would do by their own startedBy, keptBy and cancelledBy. */
  clocks?: ClockEffect<Data>
  notifies: 'nobody' | Notifies<Data>
  /** A job of the worker runs after it. */
  startsJob?: true
}

/** A row for each event, so an event without words, and a row without data, do not compile. */
export type CaseEventTable<Data = CaseEventData> = { readonly [Kind in keyof Data]: CaseEventRow<Data[Kind]> }

export function labelOf(vocabulary: Readonly<Record<string, { label: string }>>, id: string): string {
  return vocabulary[id]?.label ?? id
}
