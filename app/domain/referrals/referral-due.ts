import type { Calendar } from '../time/bank-holidays.ts'
import { addMonths, type CalendarDay, daysBetween, endOfLondonDay, londonDayOf } from '../time/calendar-day.ts'
import { addWorkingDays } from '../time/working-day.ts'
import { type MoveId, moveOf, REFERRAL_STATES, type ReferralState } from './referral.ts'
import { REFERRAL_PROMPTS, type ReferralPrompt } from './referral-prompt.ts'

/** The last instant that keeps a local prompt counted from `from`. */
export function promptDueAt(prompt: ReferralPrompt, from: Date, calendar: Calendar): Date {
  const { counted } = addWorkingDays(londonDayOf(from), REFERRAL_PROMPTS[prompt].workingDays, calendar)
  return endOfLondonDay(counted.at(-1) as CalendarDay)
}

/**
 * The due date after a move that counts no working days, otherwise null. A finished referral sorts by when it ended;
 * confirming receipt, or an expiry, does not change when the answer is due.
 */
export function dueWithoutCalendar(moveId: MoveId, at: { dueAt: Date; movedAt: Date }): Date | null {
  if (REFERRAL_STATES[moveOf(moveId).to].lane === 'finished') return at.movedAt
  return moveId === 'receive' || moveId === 'expire' ? at.dueAt : null
}

/**
 * When the next step is due after a move; lists sort by it. A question, and its answer, restart the time to answer:
 * the recipient cannot answer while it waits for information.
 */
export function dueAfterMove(
  moveId: MoveId,
  at: { dueAt: Date; movedAt: Date; nextTryOn: CalendarDay | null },
  calendar: Calendar,
): Date {
  const { to } = moveOf(moveId)
  const uncounted = dueWithoutCalendar(moveId, at)
  if (uncounted) return uncounted
  if (REFERRAL_STATES[to].lane === 'to_answer') return promptDueAt('answer', at.movedAt, calendar)
  if (to === 'accepted') return promptDueAt('first_attempt', at.movedAt, calendar)
  return at.nextTryOn ? endOfLondonDay(at.nextTryOn) : promptDueAt('news', at.movedAt, calendar)
}

/** A next step may be promised at most this many months ahead: anything later would be forgotten. */
const NEXT_STEP_MONTHS = 1

export function mayPromise(nextTryOn: CalendarDay | null, now: Date): boolean {
  if (!nextTryOn) return true
  const today = londonDayOf(now)
  return nextTryOn >= today && nextTryOn <= addMonths(today, NEXT_STEP_MONTHS)
}

export type DueStatus = 'overdue' | 'due-today' | 'soon' | 'running'

/** How near the next step is; null if nothing more is expected of the referral. */
export function dueStatus(referral: { state: ReferralState; dueAt: Date }, now: Date): DueStatus | null {
  if (REFERRAL_STATES[referral.state].lane === 'finished') return null
  if (now.getTime() > referral.dueAt.getTime()) return 'overdue'
  const away = daysBetween(londonDayOf(now), londonDayOf(referral.dueAt))
  if (away === 0) return 'due-today'
  return away === 1 ? 'soon' : 'running'
}
