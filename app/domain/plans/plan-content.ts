import type { CalendarDay } from '../time/calendar-day.ts'
import type { AgreedContact } from './agreed-contact.ts'

export const PLAN_STATES = {
  draft: { label: 'Draft' },
  agreed: { label: 'Agreed' },
  superseded: { label: 'Replaced by a later version' },
} as const satisfies Record<string, { label: string }>

export type PlanState = keyof typeof PLAN_STATES

/** Whose action it is: I3 asks for what the agency does and for what the client does. */
export const ACTION_OWNERS = {
  agency: { label: 'We do this' },
  client: { label: 'The client does this' },
} as const satisfies Record<string, { label: string }>

export type ActionOwner = keyof typeof ACTION_OWNERS

/** One action as it is signed. Its id stays the same in later versions of the plan. */
export interface PlannedAction {
  actionId: string
  owner: ActionOwner
  /** Who does it for the agency; null for an action of the client. */
  staffId: string | null
  what: string
  dueOn: CalendarDay
  why: string
}

/** The client's answer when asked what they want to do themselves. */
export const CLIENT_ANSWERS = {
  not_asked: { label: 'We have not asked yet' },
  has_actions: { label: 'Yes, the client wants to do something' },
  wants_none: { label: 'No, the client wants no actions' },
} as const satisfies Record<string, { label: string }>

export type ClientActionsAnswer = keyof typeof CLIENT_ANSWERS

/** Exactly what the client and the agency sign. */
export interface PlanContent {
  actions: readonly PlannedAction[]
  clientAnswer: ClientActionsAnswer
  contact: AgreedContact | null
  alternativeContactId: string | null
}

/** What one version of a plan of one case says, for its fingerprint. */
export interface SignedText extends PlanContent {
  caseId: string
  version: number
}

/**
 * The text that a fingerprint is made of: JSON with sorted keys and without spaces, so that the same content always
 * gives the same bytes. `format` changes if the text is ever put together differently.
 */
export function canonicalPlan({ caseId, version, actions, clientAnswer, contact, alternativeContactId }: SignedText) {
  return JSON.stringify(
    sortKeys({
      format: 1,
      caseId,
      version,
      actions: actions.map(({ actionId, owner, staffId, what, dueOn, why }) => ({
        actionId,
        owner,
        staffId,
        what: what.normalize('NFC'),
        dueOn,
        why: why.normalize('NFC'),
      })),
      clientAnswer,
      contact: contact && { ...contact, reason: contact.reason.normalize('NFC') },
      alternativeContactId,
    }),
  )
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (value === null || typeof value !== 'object') return value
  const sorted = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(sorted.map(([key, each]) => [key, sortKeys(each)]))
}
