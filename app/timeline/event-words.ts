import type { CaseEventData, CaseEventKind, UnsafeAct } from '../domain/cases/case-event.ts'
import {
  CONTACT_ERROR_REASONS,
  DEFERRAL_REASONS,
  LATE_REASONS,
  LOWERED_REASONS,
  SERIOUS_REASONS,
} from '../domain/cases/case-reason.ts'
import { changedInWords } from '../domain/cases/changed-detail.ts'
import { CONTACT_CHANNELS } from '../domain/cases/contact.ts'
import { REPORT_CHANNELS, REPORTER_ROLES } from '../domain/cases/report.ts'
import { unsafeContactInWords } from '../domain/cases/unsafe-contact.ts'
import { OVERRIDE_GROUNDS } from '../domain/consents/override.ts'
import { REFERRAL_STATES, type ReferralState } from '../domain/referrals/referral.ts'
import { STATE_NAMES } from '../domain/referrals/referral-status.ts'
import { findTimedClause, getStandard } from '../domain/standards/service-standard.ts'
import { lowerFirst, upperFirst } from '../domain/text/first-letter.ts'
import { dayInWords, isDay, londonDayOf } from '../domain/time/calendar-day.ts'
import { partialDayInWords } from '../domain/time/partial-day.ts'

/** What a timeline can be filtered by. `consulted` is shown only when asked for. */
export const TIMELINE_GROUPS = {
  report: { label: 'What was reported' },
  contact: { label: 'Contacts' },
  people: { label: 'Who works on the case' },
  standard: { label: 'Service standards' },
  consent: { label: 'Consent' },
  referral: { label: 'Referrals' },
  consulted: { label: 'Who opened it' },
} as const satisfies Record<string, { label: string }>

export type TimelineGroup = keyof typeof TIMELINE_GROUPS

/** Names for the ids that events hold. */
export interface KnownNames {
  staff: (staffId: string) => string
  agency: (agencyId: string) => string
  referral: (referralId: string) => string
}

interface Words<Kind extends CaseEventKind> {
  group: TimelineGroup
  title: (data: CaseEventData[Kind], names: KnownNames) => string
  detail?: (data: CaseEventData[Kind], names: KnownNames) => string
}

const WORDS: { readonly [Kind in CaseEventKind]?: Words<Kind> } = {
  'report-received': {
    group: 'report',
    title: ({ serious }) => (serious ? 'Serious report received' : 'Report received'),
    detail: ({ backdated }) => (backdated ? 'Recorded later than it was received.' : ''),
  },
  'incident-recorded': {
    group: 'report',
    title: () => 'Incident recorded',
    detail: ({ occurredOn }) => (occurredOn ? `Date of the incident: ${partialDayInWords(occurredOn)}.` : ''),
  },
  'further-report-received': {
    group: 'report',
    title: ({ serious }) => (serious ? 'Further serious report received' : 'Further report received'),
    detail: ({ channel, reporterRole }) =>
      channel && reporterRole
        ? `${labelOf(REPORT_CHANNELS, channel)}. Reported by: ${lowerFirst(labelOf(REPORTER_ROLES, reporterRole))}.`
        : '',
  },
  'case-details-changed': {
    group: 'report',
    title: () => 'Details changed',
    detail: ({ changed, answers }) => changedInWords(changed, answers ?? {}),
  },
  'serious-raised': {
    group: 'standard',
    title: () => 'Marked as serious: contact within one working day',
    detail: ({ reason }) => labelOf(SERIOUS_REASONS, reason),
  },
  'serious-lowered': {
    group: 'standard',
    title: () => 'No longer marked as serious',
    detail: ({ reason }) => labelOf(LOWERED_REASONS, reason),
  },
  'case-allocated': { group: 'people', title: ({ staffId }, { staff }) => `Allocated to ${staff(staffId)}` },
  'case-returned-to-queue': {
    group: 'people',
    title: () => 'Back in the queue',
    detail: ({ staffId, reason }, { staff }) =>
      reason === 'leaver' ? `${staff(staffId)} has left.` : `Removed from ${staff(staffId)} by a manager.`,
  },
  'alternative-contact-named': {
    group: 'people',
    title: ({ staffId }, { staff }) => `${staff(staffId)} is the alternative contact`,
  },
  'contact-attempted': {
    group: 'contact',
    title: ({ channel }) => `Tried to reach the client: ${lowerFirst(labelOf(CONTACT_CHANNELS, channel))}`,
    detail: unsafeDetail,
  },
  'client-contacted': {
    group: 'contact',
    title: ({ channel }) => `Reached the client: ${lowerFirst(labelOf(CONTACT_CHANNELS, channel))}`,
    detail: unsafeDetail,
  },
  'contact-entered-in-error': {
    group: 'contact',
    title: () => 'A contact was marked as entered in error',
    detail: ({ reason }) => labelOf(CONTACT_ERROR_REASONS, reason),
  },
  'contact-made-possible': { group: 'contact', title: () => 'The client may be contacted from now on' },
  'contact-deferred': {
    group: 'contact',
    title: ({ until }) => `The client asked to be contacted on ${isDay(until) ? dayInWords(until) : 'a later day'}`,
    detail: ({ reason }) => labelOf(DEFERRAL_REASONS, reason),
  },
  'standard-excepted': {
    group: 'standard',
    title: ({ clause }) => `Exception from ${standardName(clause)}`,
    detail: ({ reason }) => reason,
  },
  'late-reason-given': {
    group: 'standard',
    title: ({ clause }) => `Why ${standardName(clause)} was late`,
    detail: ({ reason }) => labelOf(LATE_REASONS, reason),
  },
  'clock-rebased': {
    group: 'standard',
    title: ({ clause, to }) => `New date for ${standardName(clause)}${newDay(to)}`,
    detail: ({ reason }) => reason,
  },
  'consent-given': {
    group: 'consent',
    title: ({ recipientAgencyId }, { agency }) => `Client agreed to share with ${agency(recipientAgencyId)}`,
  },
  'consent-refused': {
    group: 'consent',
    title: ({ recipientAgencyId }, { agency }) => `Client did not agree to share with ${agency(recipientAgencyId)}`,
  },
  'consent-withdrawn': {
    group: 'consent',
    title: ({ recipientAgencyId }, { agency }) => `Client withdrew consent to share with ${agency(recipientAgencyId)}`,
  },
  'override-asked': {
    group: 'consent',
    title: ({ recipientAgencyId }, { agency }) =>
      `Asked a manager to share with ${agency(recipientAgencyId)} without consent`,
    detail: ({ ground }) => labelOf(OVERRIDE_GROUNDS, ground),
  },
  'override-authorised': {
    group: 'consent',
    title: ({ recipientAgencyId }, { agency }) =>
      `Sharing with ${agency(recipientAgencyId)} without consent was authorised`,
    detail: ({ ground }) => labelOf(OVERRIDE_GROUNDS, ground),
  },
  'override-refused': { group: 'consent', title: () => 'Sharing without consent was refused' },
  'referral-decided': {
    group: 'referral',
    title: ({ referralId }, { referral }) => `Decided to refer: ${referral(referralId)}`,
  },
  'referral-sent': {
    group: 'referral',
    title: ({ referralId }, { referral }) => `Referral sent: ${referral(referralId)}`,
  },
  'referral-cancelled': {
    group: 'referral',
    title: ({ referralId }, { referral }) => `Referral stopped before it was sent: ${referral(referralId)}`,
  },
  'referral-moved': {
    group: 'referral',
    title: ({ referralId, to }, { referral }) => `Referral ${referral(referralId)}: ${stateWords(to)}`,
  },
  'referral-amended': {
    group: 'referral',
    title: ({ referralId, version }, { referral }) => `Version ${version} shared: ${referral(referralId)}`,
  },
  'referral-contact-stopped': {
    group: 'referral',
    title: ({ referralId }, { referral }) => `Confirmed that contact has stopped: ${referral(referralId)}`,
  },
  'client-told': {
    group: 'referral',
    title: ({ referralId }, { referral }) => `Told the client the result of ${referral(referralId)}`,
    detail: unsafeDetail,
  },
  'record-consulted': {
    group: 'consulted',
    title: ({ what }) => (what === 'referral' ? 'Opened a referral' : 'Opened the case'),
  },
}

/** What one event of a case says on its timeline. Kinds without words of their own are said by their name. */
export function eventInWords(
  kind: CaseEventKind,
  data: unknown,
  names: KnownNames,
): { group: TimelineGroup; title: string; detail: string } {
  const words = WORDS[kind] as Words<CaseEventKind> | undefined
  if (!words) return { group: kind.startsWith('referral') ? 'referral' : 'report', title: sayKind(kind), detail: '' }
  const known = data as CaseEventData[CaseEventKind]
  return { group: words.group, title: words.title(known, names), detail: words.detail?.(known, names) ?? '' }
}

/** The kinds of event of one group. */
export function kindsOf(group: TimelineGroup): CaseEventKind[] {
  return (Object.keys(WORDS) as CaseEventKind[]).filter((kind) => WORDS[kind]?.group === group)
}

function unsafeDetail({ unsafeAnswers = [], unsafeReason = '' }: UnsafeAct): string {
  return unsafeContactInWords(unsafeAnswers, unsafeReason)
}

function sayKind(kind: string): string {
  return upperFirst(kind.replaceAll('-', ' '))
}

function labelOf(vocabulary: Readonly<Record<string, { label: string }>>, id: string): string {
  return vocabulary[id]?.label ?? id
}

function standardName(clause: string): string {
  const timed = findTimedClause(clause)
  return timed ? `“${getStandard(timed).title}”` : clause
}

function newDay(to: string): string {
  const at = new Date(to)
  return Number.isNaN(at.getTime()) ? '' : `: ${dayInWords(londonDayOf(at))}`
}

function stateWords(state: string): string {
  if (!Object.hasOwn(REFERRAL_STATES, state)) return 'moved on'
  return lowerFirst(STATE_NAMES[state as ReferralState])
}
