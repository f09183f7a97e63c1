import { done, type Result, refused } from '../result.ts'
import { type AssessedLevel, compareLevels, levelOfScore } from './risk-level.ts'
import { findAnswer, RISK_QUESTION_IDS, type RiskAnswers, type RiskQuestionId } from './risk-question.ts'

export const COMPLETED_WITH = {
  client: { label: 'With the client' },
  partly: { label: 'Partly with the client' },
  client_declined: { label: 'The client declined the risk check' },
} as const satisfies Record<string, { label: string }>

export type CompletedWith = keyof typeof COMPLETED_WITH

export const INTERPRETER_USES = {
  not_needed: { label: 'No interpreter was needed' },
  interpreter: { label: 'An interpreter was there' },
  other_person: { label: 'Someone the client knows helped' },
  none_there: { label: 'An interpreter was needed, but none was there' },
} as const satisfies Record<string, { label: string }>

export type InterpreterUse = keyof typeof INTERPRETER_USES

/** With this many questions not answered, the level is provisional. */
const PROVISIONAL_FROM = 4

export interface RiskScore {
  score: number
  level: AssessedLevel
  /** Questions whose answer alone makes the level High. */
  warnings: RiskQuestionId[]
  notAnswered: RiskQuestionId[]
  provisional: boolean
}

/**
 * The score and its level. `standing`: warnings of the check before. One ends only when the client answers its question
 * differently: a client who would rather not say it again is not safer.
 */
export function scoreRisk(answers: RiskAnswers, standing: readonly RiskQuestionId[] = []): RiskScore {
  const rows = RISK_QUESTION_IDS.map((question) => ({ question, row: findAnswer(answers, question) }))
  const warnings = rows.filter(({ question, row }) => row?.warning ?? (!row && standing.includes(question)))
  const notAnswered = rows.filter(({ row }) => !row).map(({ question }) => question)
  const score = rows.reduce((sum, { row }) => sum + (row?.points ?? 0), 0)
  return {
    score,
    level: warnings.length > 0 ? 'high' : levelOfScore(score),
    warnings: warnings.map(({ question }) => question),
    notAnswered,
    provisional: notAnswered.length >= PROVISIONAL_FROM,
  }
}

/** The level now, and the warnings that stand. Null before the first check. */
export interface RiskNow {
  level: AssessedLevel
  warnings: readonly RiskQuestionId[]
}

export interface RiskCheckGiven {
  completedWith: CompletedWith
  answers: RiskAnswers
  /** The case worker's own judgement where the client declined. */
  judgedLevel: AssessedLevel | null
  judgementReason: string
}

export interface DecidedRiskCheck extends RiskScore {
  judgementReason: string
}

export type RiskCheckRefusal =
  | { kind: 'questions-left'; questions: RiskQuestionId[] }
  | { kind: 'nothing-answered' }
  | { kind: 'answers-although-declined' }
  | { kind: 'judgement-missing' }
  | { kind: 'judgement-reason-missing' }
  | { kind: 'warning-stands' }
  | { kind: 'not-a-manager' }

/** Decides what a check gives: its score, or the case worker's judgement where the client declined (G4). */
export function decideRiskCheck(
  given: RiskCheckGiven,
  before: RiskNow | null,
  mayLower: boolean,
): Result<DecidedRiskCheck, RiskCheckRefusal> {
  const scored = scoreRisk(given.answers, before?.warnings)
  const someAnswered = scored.notAnswered.length < RISK_QUESTION_IDS.length
  if (given.completedWith === 'client_declined') {
    if (someAnswered) return refused({ kind: 'answers-although-declined' })
    return decideJudgement(given, scored, before, mayLower)
  }
  const questions = RISK_QUESTION_IDS.filter((question) => !given.answers[question])
  if (questions.length > 0) return refused({ kind: 'questions-left', questions })
  if (!someAnswered) return refused({ kind: 'nothing-answered' })
  return done({ ...scored, level: levelOfCheck(scored, before), judgementReason: '' })
}

/** Too few answers do not show that a client is safer: a provisional check leaves the level where it was. */
function levelOfCheck({ level, provisional }: RiskScore, before: RiskNow | null): AssessedLevel {
  return provisional && before && compareLevels(level, before.level) < 0 ? before.level : level
}

/** A judgement without the client's answers may not lower a level: that needs a manager, and no warning that stands. */
function decideJudgement(
  { judgedLevel: level, judgementReason }: RiskCheckGiven,
  scored: RiskScore,
  before: RiskNow | null,
  mayLower: boolean,
): Result<DecidedRiskCheck, RiskCheckRefusal> {
  if (!level) return refused({ kind: 'judgement-missing' })
  if (!judgementReason.trim()) return refused({ kind: 'judgement-reason-missing' })
  if (scored.warnings.length > 0 && level !== 'high') return refused({ kind: 'warning-stands' })
  if (before && compareLevels(level, before.level) < 0 && !mayLower) return refused({ kind: 'not-a-manager' })
  return done({ ...scored, level, judgementReason })
}
