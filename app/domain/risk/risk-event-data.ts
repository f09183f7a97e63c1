import type { LowerRiskReason, RaiseRiskReason } from './risk-change.ts'
import type { CompletedWith } from './risk-check.ts'
import type { AssessedLevel } from './risk-level.ts'
import type { RiskQuestionId } from './risk-question.ts'

/** What the log stores of risk checks: levels, vocabulary and ids, never an answer or a note. */
export interface RiskEventData {
  /** `warnings`: the questions with a warning answer that stands. */
  'risk-checked': {
    checkId: string
    level: AssessedLevel
    provisional: boolean
    completedWith: CompletedWith
    warnings: RiskQuestionId[]
  }
  'risk-level-raised': {
    checkId: string
    changeId: string
    from: AssessedLevel
    to: AssessedLevel
    reason: RaiseRiskReason
  }
  'risk-level-lowered': {
    checkId: string
    changeId: string
    from: AssessedLevel
    to: AssessedLevel
    reason: LowerRiskReason
  }
}
