import { warningsInWords } from './risk-factors.ts'
import { ASSESSED_LEVELS, type AssessedLevel, RISK_BANDS, RISK_LEVELS } from './risk-level.ts'
import type { RiskQuestionId } from './risk-question.ts'

const HIGHEST_SCORE = 35

interface ReasonedCheck {
  score: number
  computedLevel: AssessedLevel
  warnings: readonly RiskQuestionId[]
  declined: boolean
  notAnswered: number
  provisional: boolean
}

/** Why a check gave its level, a sentence for each reason. */
export function reasonsOfLevel(check: ReasonedCheck): string[] {
  const { score, computedLevel, warnings, declined, notAnswered, provisional } = check
  const { label } = RISK_LEVELS[computedLevel]
  return [
    ...warningsInWords(warnings).map((words) => `A warning answer makes it High: ${words}.`),
    ...(declined ? ['The client declined the check. The level is the case worker’s judgement.'] : []),
    ...(declined || warnings.length > 0 ? [] : [`The score is ${score}. ${label} is ${bandInWords(computedLevel)}.`]),
    ...(provisional && !declined ? [`The level is provisional: ${notAnswered} questions are not answered.`] : []),
  ]
}

/** "11 to 19". */
function bandInWords(level: AssessedLevel): string {
  const next = ASSESSED_LEVELS[ASSESSED_LEVELS.indexOf(level) + 1]
  return `${RISK_BANDS[level].from} to ${next ? RISK_BANDS[next].from - 1 : HIGHEST_SCORE}`
}
