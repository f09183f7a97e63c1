import type { ReferralState } from '../../../domain/referrals/referral.ts'
import { referralStatus } from '../../../domain/referrals/referral-status.ts'
import { londonDay, sayDay } from '../../../ui/time/say-time.ts'

/** The expected next step, before and after its due date. These are local targets, not deadlines of the standard. */
const EXPECTED: Record<ReferralState, { before: string; after: string } | null> = {
  decided: null,
  sent: { before: 'Answer by', after: 'Answer was due' },
  received: { before: 'Answer by', after: 'Answer was due' },
  expired: { before: 'Answer by', after: 'Answer was due' },
  information_asked: { before: 'Their reply is expected by', after: 'Their reply was expected by' },
  accepted: { before: 'First attempt by', after: 'First attempt was due' },
  in_progress: { before: 'Next step by', after: 'Next step was due' },
  outcome_recorded: { before: 'Close by', after: 'Closing was due' },
  closed: null,
  declined: null,
  rerouted: null,
  withdrawn_by_client: null,
  withdrawn_by_agency: null,
  stopped_consent_withdrawn: null,
  cancelled: null,
  entered_in_error: null,
}

/** 'Answer by tomorrow, Tuesday 24 November', 'Answer was due yesterday', 'Declined Friday 20 November'. */
export function dueWords({ state, dueAt }: { state: ReferralState; dueAt: string }, now: string): string {
  const words = EXPECTED[state]
  const day = sayDay(londonDay(dueAt), now)
  if (!words) return `${referralStatus({ state, attempts: null })} ${day}`
  return `${new Date(dueAt) < new Date(now) ? words.after : words.before} ${day}`
}
