import type { ReferralState } from '../../../domain/referrals/referral.ts'
import { referralStatus } from '../../../domain/referrals/referral-status.ts'
import { londonDay, sayDay } from '../../../ui/time/say-time.ts'

/** What is expected next, before and after its day. Local prompts of the partnership, never the standard's deadlines. */
const EXPECTED: Partial<Record<ReferralState, { before: string; after: string }>> = {
  sent: { before: 'Answer by', after: 'Answer was due' },
  received: { before: 'Answer by', after: 'Answer was due' },
  expired: { before: 'Answer by', after: 'Answer was due' },
  information_asked: { before: 'Their reply is expected by', after: 'Their reply was expected by' },
  accepted: { before: 'First try by', after: 'First try was due' },
  in_progress: { before: 'Next step by', after: 'Next step was due' },
  outcome_recorded: { before: 'Close by', after: 'Closing was due' },
}

/** 'Answer by tomorrow, Tuesday 24 November', 'Answer was due yesterday', 'Declined Friday 20 November'. */
export function dueWords({ state, dueAt }: { state: ReferralState; dueAt: string }, now: string): string {
  const words = EXPECTED[state]
  const day = sayDay(londonDay(dueAt), now)
  if (!words) return `${referralStatus({ state, attempts: null })} ${day}`
  return `${new Date(dueAt) < new Date(now) ? words.after : words.before} ${day}`
}
