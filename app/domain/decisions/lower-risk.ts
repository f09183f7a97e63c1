import { done, type Result, refused } from '../result.ts'
import { type AssessedLevel, compareLevels } from '../risk/risk-level.ts'

/** What a manager can be asked to lower a level to. */
export type LoweredLevel = Exclude<AssessedLevel, 'high'>

export type LowerRiskRefusal = { kind: 'no-risk-check' } | { kind: 'nothing-changes' } | { kind: 'warning-stands' }

/**
 * Whether asking makes sense: there is a check, the level is higher than the one wanted, and no warning answer stands,
 * which keeps the level high. The decision asks the rule of the risk check again.
 */
export function checkLowerRisk(
  risk: { level: AssessedLevel; warning: boolean } | null,
  to: LoweredLevel,
): Result<LoweredLevel, LowerRiskRefusal> {
  if (risk === null) return refused({ kind: 'no-risk-check' })
  if (compareLevels(risk.level, to) <= 0) return refused({ kind: 'nothing-changes' })
  return risk.warning ? refused({ kind: 'warning-stands' }) : done(to)
}
