import type { Actor } from '../partnership/actor.ts'
import { done, type Result, refused } from '../result.ts'
import type { ConsentPurpose } from './consent-purpose.ts'
import { CATEGORY_NEVER_LEFT_OUT, type DataCategory, isNumberWithoutName } from './data-category.ts'

/** Grounds on which a manager may authorise sharing without consent (docs/practice.md). */
export const OVERRIDE_GROUNDS = {
  risk_to_life: { label: 'Risk to life or of serious harm' },
  adult_safeguarding: { label: 'Safeguarding of an adult' },
  child_safeguarding: { label: 'Safeguarding of a child' },
  serious_crime: { label: 'Preventing or detecting serious crime' },
  legal_duty: { label: 'Court order or legal duty' },
} as const satisfies Record<string, { label: string }>

export type OverrideGround = keyof typeof OVERRIDE_GROUNDS

export const WHY_NO_CONSENT = {
  refused: { label: 'The client said no' },
  unsafe_to_ask: { label: 'It is not safe to ask' },
  lacks_capacity: { label: 'The client cannot decide this at present' },
  not_reached_in_time: { label: 'The client cannot be reached in time' },
} as const satisfies Record<string, { label: string }>

export type WhyNoConsent = keyof typeof WHY_NO_CONSENT

export interface OverrideRequest {
  recipientAgencyId: string
  purpose: ConsentPurpose
  categories: readonly DataCategory[]
  /** Chosen explicitly: the number is shared, the name is not. */
  withoutName: boolean
  ground: OverrideGround
  whyNoConsent: WhyNoConsent
  necessity: string
  clientTold: boolean
  notToldReason: string
}

/** Days within which an authorised override can be used: later, the need has to be assessed again. */
export const OVERRIDE_LASTS_DAYS = 7

const DAY_MS = 86_400_000

/** The instant from which an unused override is no longer valid. */
export function overrideLapsesAt(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + OVERRIDE_LASTS_DAYS * DAY_MS)
}

export type OverrideState = 'waiting' | 'refused' | 'authorised' | 'lapsed' | 'used'

/** Only `authorised` can still be used. The gate checks what the client said since. */
export function overrideStateOf(
  { decision, decidedAt, usedAt }: Pick<Override, 'decision' | 'decidedAt' | 'usedAt'>,
  now: Date,
): OverrideState {
  if (usedAt !== null) return 'used'
  if (decision === 'asked') return 'waiting'
  if (decision === 'refused') return 'refused'
  return decidedAt !== null && now < overrideLapsesAt(decidedAt) ? 'authorised' : 'lapsed'
}

/** An override as it is stored. `agencyId` is the agency that shares. */
export interface Override {
  overrideId: string
  agencyId: string
  recipientAgencyId: string
  purpose: ConsentPurpose
  categories: readonly DataCategory[]
  whyNoConsent: WhyNoConsent
  decision: 'asked' | 'authorised' | 'refused'
  requestedBy: string
  decidedBy: string | null
  decidedAt: Date | null
  usedAt: Date | null
}

export type AskOverrideRefusal =
  | { kind: 'necessity-missing' }
  | { kind: 'no-categories' }
  | { kind: 'safe-contact-left-out' }
  | { kind: 'name-left-out' }
  | { kind: 'why-client-not-told-missing' }

/** A request must state why it is needed, the least data needed, and whether the client knows. */
export function checkOverrideRequest(request: OverrideRequest): Result<OverrideRequest, AskOverrideRefusal> {
  const [first] = overrideProblems(request)
  return first ? refused(first) : done(request)
}

/** All problems of a request at once. Fields that are undefined are not checked. */
export function overrideProblems(request: Partial<OverrideRequest>): AskOverrideRefusal[] {
  const { necessity, categories, withoutName = false, clientTold, notToldReason = '' } = request
  const problems: AskOverrideRefusal[] = []
  if (necessity?.trim() === '') problems.push({ kind: 'necessity-missing' })
  if (categories?.length === 0) problems.push({ kind: 'no-categories' })
  // Nothing is sent without safe contact, so authorising this request could never lead to a referral.
  else if (categories?.includes(CATEGORY_NEVER_LEFT_OUT) === false) problems.push({ kind: 'safe-contact-left-out' })
  else if (categories && isNumberWithoutName(categories) && !withoutName) problems.push({ kind: 'name-left-out' })
  if (clientTold === false && !notToldReason.trim()) problems.push({ kind: 'why-client-not-told-missing' })
  return problems
}

export type DecideOverrideRefusal =
  | { kind: 'own-request' }
  | { kind: 'same-person' }
  | { kind: 'not-a-manager' }
  | { kind: 'other-agency' }
  | { kind: 'already-decided'; decision: 'authorised' | 'refused' }
  | { kind: 'reason-missing' }

/** Another manager of the same agency decides, once. A refusal needs a reason for the requester. */
export function checkOverrideDecision(
  override: Override,
  manager: Actor,
  answer: { decision: 'authorised' | 'refused'; note: string },
): Result<{ decision: 'authorised' | 'refused' }, DecideOverrideRefusal> {
  if (override.agencyId !== manager.agencyId) return refused({ kind: 'other-agency' })
  if (override.decision !== 'asked') return refused({ kind: 'already-decided', decision: override.decision })
  if (override.requestedBy === manager.staffId) return refused({ kind: 'own-request' })
  if (manager.role !== 'manager') return refused({ kind: 'not-a-manager' })
  if (answer.decision === 'refused' && !answer.note.trim()) return refused({ kind: 'reason-missing' })
  return done({ decision: answer.decision })
}

/** What a referral wants to share: with whom, what for, and which data. */
export interface Sharing {
  recipientAgencyId: string
  purpose: ConsentPurpose
  categories: readonly DataCategory[]
}

/** Whether an override allows a sharing: authorised within the last week, not used, and for all of these data. */
export function isCoveredByOverride(override: Override, sharing: Sharing, now: Date): boolean {
  return (
    sharing.categories.length > 0 &&
    overrideStateOf(override, now) === 'authorised' &&
    override.decidedBy !== null &&
    override.decidedBy !== override.requestedBy &&
    override.recipientAgencyId === sharing.recipientAgencyId &&
    override.purpose === sharing.purpose &&
    sharing.categories.every((category) => override.categories.includes(category))
  )
}
