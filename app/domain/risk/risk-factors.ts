import { answersTo, findAnswer, RISK_QUESTION_IDS, type RiskAnswers, type RiskQuestionId } from './risk-question.ts'

/** Enough for the agency that is asked for help to see what makes the risk, without the client's every answer. */
const TOP_FACTORS = 5

/**
 * The answers that weigh most, in words: the largest share of their question's points first, then the most points, then
 * the order of the questions. Warnings are named apart.
 */
export function topFactors(answers: RiskAnswers): string[] {
  return RISK_QUESTION_IDS.flatMap((question) => {
    const row = findAnswer(answers, question)
    if (!row?.factor || row.warning) return []
    const most = Math.max(...Object.values(answersTo(question)).map(({ points }) => points))
    return [{ factor: row.factor, share: row.points / most, points: row.points }]
  })
    .toSorted((first, second) => second.share - first.share || second.points - first.points)
    .slice(0, TOP_FACTORS)
    .map(({ factor }) => factor)
}

/** The warning answer of each question, in words. A question has one at most. */
export function warningsInWords(warnings: readonly RiskQuestionId[]): string[] {
  return warnings.flatMap((question) =>
    Object.values(answersTo(question)).flatMap(({ warning, factor }) => (warning && factor ? [factor] : [])),
  )
}
