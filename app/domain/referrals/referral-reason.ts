import { CONTACT_OUTCOMES, FAILED_CONTACT_OUTCOMES } from '../cases/contact.ts'

/** Ids are stored and counted, labels are shown. A reason by itself says nothing about the client. */
export type ReasonTable = Readonly<Record<string, { label: string }>>

/** Why an agency declines, from real referrals (docs/practice.md). */
export const DECLINE_REASONS = {
  duplicate: { label: 'We are already helping this client with this' },
  out_of_scope: { label: 'We do not offer this service' },
  no_safe_contact: { label: 'There is no safe way to reach the client' },
  incorrect_contact: { label: 'The contact details are wrong' },
  no_consent: { label: 'The client tells us that they did not agree' },
  capacity_full: { label: 'We cannot take new referrals at present' },
  wrong_area: { label: 'The client lives outside our area' },
  conflict: { label: 'We have a conflict of interest' },
} as const satisfies ReasonTable

/** Results for the client. "Sent" is not "helped", so each outcome says which. */
export const OUTCOMES = {
  support_given: { label: 'Support given', helped: true },
  action_taken: { label: 'Action taken or work done', helped: true },
  engaged_then_ended: { label: 'Support began and then ended early', helped: true },
  passed_on: { label: 'Passed on to another agency with the client’s agreement', helped: true },
  client_declined: { label: 'The client decided not to continue', helped: false },
  unable_to_contact: { label: 'The client could not be reached', helped: false },
  could_not_help: { label: 'We could not help', helped: false },
} as const satisfies Readonly<Record<string, { label: string; helped: boolean }>>

/** Why the sender withdraws a referral at the client's wish. */
export const CLIENT_WITHDRAWAL_REASONS = {
  changed_mind: { label: 'The client changed their mind' },
  no_longer_needed: { label: 'The client no longer needs it' },
  other_help_found: { label: 'The client found help elsewhere' },
  moved_away: { label: 'The client has moved away' },
  feels_unsafe: { label: 'The client does not feel safe with it' },
} as const satisfies ReasonTable

/** Why the sending agency itself decides against a referral that it has not sent yet. */
export const AGENCY_CANCELLATION_REASONS = {
  better_placed_agency: { label: 'Another agency is better placed' },
  unsafe_to_continue: { label: 'It is not safe to continue' },
  circumstances_changed: { label: 'Circumstances have changed' },
} as const satisfies ReasonTable

/** Why the sending agency itself withdraws a referral. */
export const AGENCY_WITHDRAWAL_REASONS = {
  ...AGENCY_CANCELLATION_REASONS,
  no_answer: { label: 'The agency has not answered' },
  asked_by_recipient: { label: 'The receiving agency asked for it' },
} as const satisfies ReasonTable

/** Why a referral is not sent after all: the other agency does not know of it, so none is about what that agency did. */
export const CANCELLATION_REASONS = { ...CLIENT_WITHDRAWAL_REASONS, ...AGENCY_CANCELLATION_REASONS } as const

export const WITHDRAWAL_REASONS = { ...CLIENT_WITHDRAWAL_REASONS, ...AGENCY_WITHDRAWAL_REASONS } as const

/** Why a referral should never have been made. It is marked, never deleted. */
export const ERROR_REASONS = {
  wrong_client: { label: 'It was made for the wrong client' },
  wrong_agency: { label: 'It went to the wrong agency' },
  sent_twice: { label: 'It was made twice' },
  wrong_content: { label: 'What was shared was wrong' },
} as const satisfies ReasonTable

/** How an attempt ended when it did not reach the client. */
export const ATTEMPT_RESULTS: ReasonTable = Object.fromEntries(
  FAILED_CONTACT_OUTCOMES.map((id) => [id, { label: CONTACT_OUTCOMES[id].label }]),
)

export type DeclineReason = keyof typeof DECLINE_REASONS
export type ReferralOutcome = keyof typeof OUTCOMES
export type ErrorReason = keyof typeof ERROR_REASONS
