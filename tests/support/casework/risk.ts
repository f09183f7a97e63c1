import { NOT_SAID, RISK_QUESTION_IDS, type RiskAnswers } from '../../../app/domain/risk/risk-question.ts'
import { changeRiskLevelInput } from '../../../app/features/risk/change-risk-level.server.ts'
import { riskCheckInput } from '../../../app/features/risk/risk-check-entries.server.ts'

/** Answers of 0 points, besides those given. */
const MILDEST: RiskAnswers = {
  frequency: 'first_time',
  escalation: 'no',
  harm: 'no',
  location: 'rarely',
  home_known: 'no',
  history: 'no',
  targeted: 'no',
  fear: 'none',
  daily_life: 'none',
  household: 'no',
  support: 'good',
  others: 'nobody',
  reported_before: 'no',
  home_secure: 'yes',
}

/** 14 points: medium. */
export const MEDIUM_ANSWERS: RiskAnswers = {
  frequency: 'daily',
  escalation: 'yes',
  location: 'home',
  fear: 'extreme',
  home_known: 'yes',
  support: 'some',
}

/** A risk check as its form sends it, with the client and at home. */
export function riskInput(caseId: string, answers: RiskAnswers = {}, given: object = {}) {
  const fields = { completedWith: 'client', place: 'home', interpreter: 'not_needed', ...MILDEST, ...answers, ...given }
  return { ...riskCheckInput.parse(fields), caseId }
}

/** A check that the client declined, with the judgement of the case worker. */
export function declinedInput(caseId: string, judgedLevel: string, given: object = {}) {
  const none = Object.fromEntries(RISK_QUESTION_IDS.map((question) => [question, NOT_SAID]))
  const judgement = {
    completedWith: 'client_declined',
    judgedLevel,
    judgementReason: 'He would rather not speak of it.',
  }
  return riskInput(caseId, none, { ...judgement, ...given })
}

/** A change of level as its form sends it, with a reason for either direction. */
export function levelInput(caseId: string, to: string, seen: string, given: object = {}) {
  const reasons = { raiseReason: 'seen_or_heard', lowerReason: 'protected_now', note: 'The door has a new lock.' }
  return { ...changeRiskLevelInput.parse({ to, seen, ...reasons, ...given }), caseId }
}
