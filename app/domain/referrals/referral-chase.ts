import { done, type Result, refused } from '../result.ts'
import type { Calendar } from '../time/bank-holidays.ts'
import { type CalendarDay, londonDayOf } from '../time/calendar-day.ts'
import { addWorkingDays } from '../time/working-day.ts'
import { REFERRAL_STATES, type ReferralState } from './referral.ts'

export type ChaseRefusal =
  | { kind: 'nothing-awaited'; state: ReferralState }
  | { kind: 'chased-already'; chasedAt: string; againOn: CalendarDay }

/** Whether the recipient still owes an answer or news, so that a reminder makes sense. */
export function canBeChased(state: ReferralState): boolean {
  const { lane } = REFERRAL_STATES[state]
  return (lane === 'to_answer' && state !== 'information_asked') || state === 'accepted' || state === 'in_progress'
}

/** One reminder per working day, so that a slow agency is not flooded. */
export function decideChase(
  { state, chasedAt }: { state: ReferralState; chasedAt: Date | null },
  now: Date,
  calendar: Calendar,
): Result<null, ChaseRefusal> {
  if (!canBeChased(state)) return refused({ kind: 'nothing-awaited', state })
  if (chasedAt === null) return done(null)
  const againOn = addWorkingDays(londonDayOf(chasedAt), 1, calendar).counted[0] as CalendarDay
  if (londonDayOf(now) >= againOn) return done(null)
  return refused({ kind: 'chased-already', chasedAt: chasedAt.toISOString(), againOn })
}
