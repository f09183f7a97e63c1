import { z } from 'zod'
import { INTERVIEW_PLACES } from '../../domain/interview/interview-place.ts'
import { COMPLETED_WITH, INTERPRETER_USES, type RiskCheckRefusal } from '../../domain/risk/risk-check.ts'
import { RISK_BANDS } from '../../domain/risk/risk-level.ts'
import {
  answersTo,
  NOT_SAID,
  RISK_QUESTION_IDS,
  type RiskAnswers,
  type RiskQuestionId,
} from '../../domain/risk/risk-question.ts'
import { choiceOf, draftEntries, optionalChoiceOf, typedText } from '../../forms/form-fields.server.ts'

const answerField = (question: RiskQuestionId) => optionalChoiceOf({ ...answersTo(question), [NOT_SAID]: true })

/** A field for each of the 14 questions, named after it. */
const questionFields = Object.fromEntries(
  RISK_QUESTION_IDS.map((question) => [question, answerField(question)]),
) as Record<RiskQuestionId, ReturnType<typeof answerField>>

export const riskCheckInput = z.object({
  completedWith: choiceOf(COMPLETED_WITH, 'Choose if the client took part'),
  judgedLevel: optionalChoiceOf(RISK_BANDS),
  judgementReason: typedText(2_000),
  place: choiceOf(INTERVIEW_PLACES, 'Choose where you did the check'),
  interpreter: choiceOf(INTERPRETER_USES, 'Choose if an interpreter was there'),
  /** The newest check or change of level when the page was opened. */
  seen: typedText(40),
  ...questionFields,
  ...draftEntries,
})

type SentRiskCheck = z.output<typeof riskCheckInput>

export type RiskCheckInput = Omit<SentRiskCheck, 'draftId'> & { caseId: string; draftId?: string }

export function answersOf(sent: Partial<SentRiskCheck>): RiskAnswers {
  const given = RISK_QUESTION_IDS.flatMap((question) => {
    const answer = sent[question]
    return answer ? [[question, answer] as const] : []
  })
  return Object.fromEntries(given)
}

/** The questions without an answer, so that they are named together with what else is missing. */
export function questionsLeft(sent: Partial<SentRiskCheck>): RiskCheckRefusal[] {
  if (sent.completedWith === 'client_declined') return []
  const answers = answersOf(sent)
  const questions = RISK_QUESTION_IDS.filter((question) => !answers[question])
  return questions.length > 0 ? [{ kind: 'questions-left', questions }] : []
}
