import {
  type ClauseId,
  DEADLINE_CLAUSES,
  getStandard,
  type LocalPrompt,
  type Within,
} from '../standards/service-standard.ts'
import { addDays, endOfLondonDay, londonDayOf, londonTimeOf } from '../time/calendar-day.ts'

/** A local prompt as a bound on the deadline: it is due for every running clock whose deadline is no later. */
export interface PromptBound {
  clause: ClauseId
  step: string
  to: LocalPrompt['to']
  dueBy: Date
  whileUnallocated: boolean
  /** This step and those after it: who has had one of them for the same deadline has had this one. */
  orLater: readonly string[]
}

const HOUR = 3_600_000

/**
 * The local prompts of all standards as they stand at `now`, in the order in which a clock meets them. The prompt at the
 * start of a clock is left out: the event that starts it has its own notification.
 */
export function promptBounds(now: Date): PromptBound[] {
  return DEADLINE_CLAUSES.flatMap((clause) => {
    const { localPrompts, within } = getStandard(clause)
    const timed = localPrompts.filter(({ when }) => !('onStart' in when))
    return timed.map(({ step, to, when, whileUnallocated = false }, at) => ({
      clause,
      step,
      to,
      dueBy: dueBy(when, within, now),
      whileUnallocated,
      orLater: timed.slice(at).map((later) => later.step),
    }))
  })
}

function dueBy(when: LocalPrompt['when'], within: Within, now: Date): Date {
  if ('hoursIn' in when && within.unit === 'hours')
    return new Date(now.getTime() + (within.count - when.hoursIn) * HOUR)
  if ('daysBefore' in when) {
    const waits = londonTimeOf(now) < when.at ? 1 : 0
    return endOfLondonDay(addDays(londonDayOf(now), when.daysBefore - waits))
  }
  return new Date(now.getTime() - 1)
}

/** What a clock was last warned of, with the deadline it had: after a new deadline it is warned again. */
export function warnedOf(step: string, dueAt: Date): string {
  return `${step}@${dueAt.getTime()}`
}

/** The prompts that are due for one running clock and that nobody has had yet, in their order. */
export function promptsOwed(
  clock: { clause: ClauseId; dueAt: Date; warnedStep: string; allocated: boolean },
  bounds: readonly PromptBound[],
): PromptBound[] {
  return bounds.filter(
    ({ clause, dueBy, orLater, whileUnallocated }) =>
      clause === clock.clause &&
      clock.dueAt <= dueBy &&
      !(whileUnallocated && clock.allocated) &&
      !orLater.some((step) => warnedOf(step, clock.dueAt) === clock.warnedStep),
  )
}
