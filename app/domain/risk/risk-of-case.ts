import { addDays, type CalendarDay, londonDayOf } from '../time/calendar-day.ts'
import type { CompletedWith, RiskNow } from './risk-check.ts'
import { type ContactInterval, consequenceOf } from './risk-consequence.ts'
import type { AssessedLevel } from './risk-level.ts'
import type { RiskAnswers, RiskQuestionId } from './risk-question.ts'

/** The newest check of a case, its newest change of level, and what happened since. */
export interface RiskRecord {
  checkId: string
  completedWith: CompletedWith
  answers: RiskAnswers
  computedLevel: AssessedLevel
  provisional: boolean
  warnings: RiskQuestionId[]
  checkedAt: Date
  change: { changeId: string; to: AssessedLevel; changedAt: Date } | null
  /** When the first further incident after the check was recorded. */
  incidentSince: Date | null
}

/** The risk of a case as it is now. A case without it was never checked. */
export interface RiskOfCase extends RiskNow {
  checkId: string
  /** What the check gave, before anyone raised or lowered it. */
  computedLevel: AssessedLevel
  /** Changes with every check and every change of level: a form shows what it was when it opened. */
  seen: string
  provisional: boolean
  /** Whether a warning answer stands. */
  warning: boolean
  warnings: RiskQuestionId[]
  answers: RiskAnswers
  /** The level is the case worker's judgement: the client declined the check. */
  declined: boolean
  checkedAt: Date
  /** When the level became what it is: by the check, or by the change after it. */
  levelSince: Date
  /** A local target, not a deadline of the standard. The day of a further incident if one was recorded since. */
  recheckOn: CalendarDay
  recheckWhy: 'time' | 'new_incident'
  contactEvery: ContactInterval
}

export function riskOfCase(record: RiskRecord): RiskOfCase {
  const { checkId, computedLevel, provisional, warnings, answers, checkedAt, change, incidentSince } = record
  const level = change?.to ?? computedLevel
  const { recheckDays, contactEvery } = consequenceOf(level)
  return {
    checkId,
    level,
    computedLevel,
    seen: change?.changeId ?? checkId,
    provisional,
    warning: warnings.length > 0,
    warnings,
    answers,
    declined: record.completedWith === 'client_declined',
    checkedAt,
    levelSince: change?.changedAt ?? checkedAt,
    recheckOn: incidentSince ? londonDayOf(incidentSince) : addDays(londonDayOf(checkedAt), recheckDays),
    recheckWhy: incidentSince ? 'new_incident' : 'time',
    contactEvery,
  }
}
