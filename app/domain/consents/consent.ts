import { done, type Result, refused } from '../result.ts'
import { addMonths, type CalendarDay, londonDayOf } from '../time/calendar-day.ts'
import { CONSENT_PURPOSES, type ConsentPurpose } from './consent-purpose.ts'
import { DATA_CATEGORY_IDS, type DataCategory } from './data-category.ts'
import { isCoveredByOverride, type Override, type Sharing } from './override.ts'

export const CONSENT_DECISIONS = {
  agreed: { label: 'Agreed' },
  refused: { label: 'Said no' },
  not_now: { label: 'Not now' },
} as const satisfies Record<string, { label: string }>

export type ConsentDecision = keyof typeof CONSENT_DECISIONS

export const OFFERED_CONSENT_METHODS = {
  signed_paper: { label: 'Signed on paper' },
  verbal: { label: 'Told us' },
} as const satisfies Record<string, { label: string }>

/** Includes methods recorded before Accord stopped offering them. */
export const CONSENT_METHODS = {
  ...OFFERED_CONSENT_METHODS,
  signed_screen: { label: 'Signed on the screen' },
  secure_link: { label: 'Answered through a secure link' },
} as const satisfies Record<string, { label: string }>

export type ConsentMethod = keyof typeof CONSENT_METHODS

export const CONSENT_GRANTORS = {
  client: { label: 'The client' },
  parent: { label: 'A parent or guardian' },
  deputy: { label: 'A deputy or attorney' },
} as const satisfies Record<string, { label: string }>

export type ConsentGrantor = keyof typeof CONSENT_GRANTORS

/** Capacity is presumed. A doubt is recorded with who decided (Mental Capacity Act 2005). */
export const CONSENT_CAPACITY = {
  presumed: { label: 'No reason to doubt that they can decide', noteNeeded: false },
  confirmed: { label: 'There was a doubt, and they can decide', noteNeeded: true },
  decided_for: { label: 'Someone with legal authority decided for them', noteNeeded: true },
} as const satisfies Record<string, { label: string; noteNeeded: boolean }>

export type ConsentCapacity = keyof typeof CONSENT_CAPACITY

/** The parts of a stored consent that decide about sharing. */
export interface Consent {
  consentId: string
  recipientAgencyId: string
  decision: ConsentDecision
  purposes: readonly string[]
  categories: readonly string[]
  givenAt: Date
  reviewOn: string
  withdrawnAt: Date | null
  /** When the agency recorded it, which may be later than `givenAt`. */
  recordedAt: Date
}

export type ConsentState = 'active' | 'refused' | 'not_now' | 'withdrawn' | 'review_due'

/** After its review day a consent allows nothing new. Referrals already sent continue: nothing was withdrawn. */
export function consentStateOf(consent: Consent, now: Date): ConsentState {
  if (consent.withdrawnAt !== null) return 'withdrawn'
  if (consent.decision !== 'agreed') return consent.decision
  return consent.reviewOn < londonDayOf(now) ? 'review_due' : 'active'
}

/** The day to review a consent: the shortest of its purposes, in months after the day it was given. */
export function reviewDayOf(givenAt: Date, purposes: readonly ConsentPurpose[]): CalendarDay {
  const months = Math.min(...purposes.map((purpose) => CONSENT_PURPOSES[purpose].lastsMonths))
  return addMonths(londonDayOf(givenAt), months)
}

/** When the client's latest decision in this record was made. A withdrawal counts as a refusal at that moment. */
function decidedLastAt(consent: Consent): number {
  return (consent.withdrawnAt ?? consent.givenAt).getTime()
}

function concerns(consent: Consent, sharing: Sharing): boolean {
  const named = (all: readonly string[], some: readonly string[]) =>
    all.length === 0 || some.some((one) => all.includes(one))
  return (
    consent.recipientAgencyId === sharing.recipientAgencyId &&
    named(consent.purposes, [sharing.purpose]) &&
    named(consent.categories, sharing.categories)
  )
}

/** Whether the client refused any of these data after this agreement: the latest decision counts. */
function contradictedLater(consent: Consent, consents: readonly Consent[], sharing: Sharing): boolean {
  return consents.some(
    (other) =>
      (other.withdrawnAt !== null || other.decision !== 'agreed') &&
      decidedLastAt(other) >= consent.givenAt.getTime() &&
      concerns(other, sharing),
  )
}

function covers(consent: Consent, consents: readonly Consent[], sharing: Sharing, now: Date): boolean {
  return (
    consent.recipientAgencyId === sharing.recipientAgencyId &&
    consent.purposes.includes(sharing.purpose) &&
    sharing.categories.every((category) => consent.categories.includes(category)) &&
    consentStateOf(consent, now) === 'active' &&
    !contradictedLater(consent, consents, sharing)
  )
}

/** The newest consent that covers every category of a sharing; null when there is none. */
export function findCoveringConsent(consents: readonly Consent[], sharing: Sharing, now: Date): Consent | null {
  // `every` is true for an empty list; without this check a sharing of nothing would pass the gate.
  if (sharing.categories.length === 0) return null
  const covering = consents.filter((consent) => covers(consent, consents, sharing, now))
  return covering.sort((a, b) => b.givenAt.getTime() - a.givenAt.getTime())[0] ?? null
}

/** The most categories that a single active consent allows for this agency and purpose. */
export function categoriesAllowed(
  consents: readonly Consent[],
  { recipientAgencyId, purpose }: Pick<Sharing, 'recipientAgencyId' | 'purpose'>,
  now: Date,
): DataCategory[] {
  const sharing = (id: DataCategory): Sharing => ({ recipientAgencyId, purpose, categories: [id] })
  // Categories of different consents are not added up: one consent must cover all of them.
  const candidates = consents.map((consent) =>
    DATA_CATEGORY_IDS.filter((id) => covers(consent, consents, sharing(id), now)),
  )
  return candidates.sort((a, b) => b.length - a.length)[0] ?? []
}

/** Which consent is missing: recipient, purpose and categories. */
export interface GateRefusal {
  kind: 'consent-missing'
  recipientAgencyId: string
  purpose: ConsentPurpose
  categories: DataCategory[]
  because: 'never_asked' | 'refused' | 'not_now' | 'withdrawn' | 'review_due' | 'not_all_categories' | 'not_in_one'
}

/** What allows a sharing, with all the data categories it covers. */
export type GatePass = ({ basis: 'consent'; consentId: string } | { basis: 'override'; overrideId: string }) & {
  categories: readonly string[]
}

/**
 * Whether a manager's authority still allows a sharing. If the client has since said anything about it, yes or no, a
 * manager must decide again. One exception: a client who had refused and refuses again.
 */
export function isOverrideValid(
  override: Override,
  sharing: Sharing,
  consents: readonly Consent[],
  now: Date,
): boolean {
  const decidedAt = override.decidedAt
  if (decidedAt === null || !isCoveredByOverride(override, sharing, now)) return false
  const isNews = (said: Consent) => override.whyNoConsent !== 'refused' || said.decision === 'agreed'
  return !consents.some((said) => recordedLastAt(said) > decidedAt && concerns(said, override) && isNews(said))
}

function recordedLastAt({ recordedAt, withdrawnAt }: Consent): Date {
  return withdrawnAt && withdrawnAt > recordedAt ? withdrawnAt : recordedAt
}

/** Every sharing needs an active consent for all of it, or an authorised override that was not used yet. */
export function gate(
  sharing: Sharing,
  known: { consents: readonly Consent[]; overrides: readonly Override[] },
  now: Date,
): Result<GatePass, GateRefusal> {
  const consent = findCoveringConsent(known.consents, sharing, now)
  if (consent) return done({ basis: 'consent', consentId: consent.consentId, categories: consent.categories })
  const override = known.overrides.find((candidate) => isOverrideValid(candidate, sharing, known.consents, now))
  if (override) return done({ basis: 'override', overrideId: override.overrideId, categories: override.categories })
  return refused(explainMissingConsent(sharing, known.consents, now))
}

function explainMissingConsent(sharing: Sharing, consents: readonly Consent[], now: Date): GateRefusal {
  const { recipientAgencyId, purpose } = sharing
  const uncovered = sharing.categories.filter(
    (category) => findCoveringConsent(consents, { ...sharing, categories: [category] }, now) === null,
  )
  const missing = (because: GateRefusal['because'], categories: readonly DataCategory[]): GateRefusal => {
    return { kind: 'consent-missing', recipientAgencyId, purpose, categories: [...categories], because }
  }
  if (uncovered.length === 0) return missing('not_in_one', sharing.categories)
  const latest = consents
    .filter((consent) => concerns(consent, { ...sharing, categories: uncovered }))
    .sort((a, b) => decidedLastAt(b) - decidedLastAt(a))[0]
  const state = latest ? consentStateOf(latest, now) : 'active'
  if (state !== 'active') return missing(state, uncovered)
  return missing(uncovered.length === sharing.categories.length ? 'never_asked' : 'not_all_categories', uncovered)
}
