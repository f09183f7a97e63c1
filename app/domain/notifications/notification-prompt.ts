import {
  type ClauseId,
  DEADLINE_CLAUSES,
  getStandard,
  type LocalPrompt,
  type Within,
} from '../standards/service-standard.ts'
import { addDays, endOfLondonDay, londonDayOf, londonTimeOf } from '../time/calendar-day.ts'

/** A local prompt as a limit: it is due for every running clock with `dueAt` at or before `dueBy`. */
export interface PromptBound {
  clause: ClauseId
  step: string
  to: LocalPrompt['to']
  dueBy: Date
  whileUnallocated: boolean
  /** This step and the later ones: a clock that was warned with any of them is not warned with this one again. */
  orLater: readonly string[]
}

const HOUR = 3_600_000

/**
 * The local prompts of all standards at `now`, in the order a clock reaches them. Prompts at the start of a clock are
 * left out: the event that starts it sends its own notification.
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

/** The last warning of a clock, with its deadline: a new deadline is warned about again. */
export function warnedOf(step: string, dueAt: Date): string {
  return `${step}@${dueAt.getTime()}`
}

/** The prompts due for one running clock that were not sent yet, in order. */
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
