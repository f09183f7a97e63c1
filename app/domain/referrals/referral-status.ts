import { lowerFirst } from '../text/first-letter.ts'
import { type ReferralState, STATE_IDS } from './referral.ts'

const LABELS = {
  decided: 'Decided, not sent yet',
  sent: 'Sent',
  received: 'Received',
  information_asked: 'More information asked for',
  expired: 'No answer in time',
  accepted: 'Accepted',
  in_progress: 'In contact',
  outcome_recorded: 'Outcome recorded',
  closed: 'Closed',
  declined: 'Declined',
  rerouted: 'Sent to another agency instead',
  withdrawn_by_client: 'Withdrawn at the client’s request',
  withdrawn_by_agency: 'Withdrawn by the sending agency',
  stopped_consent_withdrawn: 'Stopped: consent withdrawn',
  cancelled: 'Cancelled before sending',
  entered_in_error: 'Entered in error',
} as const satisfies Record<ReferralState, string>

export interface ReferralProgress {
  state: ReferralState
  /** Attempts to reach the client, without those in error; null once the client was reached. */
  attempts: number | null
}

/** The status of a referral in words. Every page, list and export uses it and nothing else. */
export function referralStatus({ state, attempts }: ReferralProgress): string {
  if (state !== 'in_progress' || attempts === null) return LABELS[state]
  if (attempts === 0) return 'Trying to reach the client'
  return `Trying to reach the client (${attemptsInWords(attempts)})`
}

export function attemptsInWords(attempts: number): string {
  return attempts === 1 ? '1 attempt' : `${attempts} attempts`
}

export function referralStatusInSentence(progress: ReferralProgress): string {
  return lowerFirst(referralStatus(progress))
}

/** Names of states for filters and rules; `referralStatus` has the status of one referral. */
export const STATE_NAMES = Object.fromEntries(
  STATE_IDS.map((state) => [
    state,
    state === 'in_progress' ? 'Trying to reach the client, or in contact' : LABELS[state],
  ]),
) as Readonly<Record<ReferralState, string>>

interface ContactStep {
  move: string
}

/** The `attempts` of a referral's steps, without those in error. `attemptsSql` counts the same in the database. */
export function attemptsOf(steps: readonly ContactStep[]): number | null {
  if (steps.some(({ move }) => move === 'engage')) return null
  return steps.filter(({ move }) => move === 'record_contact_attempt').length
}
