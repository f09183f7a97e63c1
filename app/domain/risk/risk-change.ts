import { done, type Result, refused } from '../result.ts'
import type { RiskNow } from './risk-check.ts'
import { ASSESSED_LEVELS, type AssessedLevel, compareLevels } from './risk-level.ts'

export const RAISE_RISK_REASONS = {
  not_asked_about: { label: 'A danger that the questions do not ask about' },
  seen_or_heard: { label: 'What I saw or heard' },
  other_agency: { label: 'What another agency told us' },
  happened_since: { label: 'Something has happened since the check' },
  person_at_risk: { label: 'A child or an adult at risk lives with the client' },
} as const satisfies Record<string, { label: string }>

export type RaiseRiskReason = keyof typeof RAISE_RISK_REASONS

/** Why a manager lowers a level on their own. */
export const OWN_LOWER_REASONS = {
  protected_now: { label: 'Measures now protect the client' },
  person_gone: { label: 'The person responsible has gone, or is in custody' },
  client_feels_safer: { label: 'The client says they are safer' },
  raised_too_high: { label: 'The level was raised too high' },
} as const satisfies Record<string, { label: string }>

export const LOWER_RISK_REASONS = {
  ...OWN_LOWER_REASONS,
  asked_by_worker: { label: 'A manager agreed to the case worker’s request' },
} as const satisfies Record<string, { label: string }>

export type LowerRiskReason = keyof typeof LOWER_RISK_REASONS

export type RiskDirection = 'raised' | 'lowered'

export type RiskChangeRefusal =
  | { kind: 'no-risk-check' }
  | { kind: 'nothing-changes' }
  | { kind: 'warning-stands' }
  | { kind: 'not-a-manager' }
  | { kind: 'reason-missing'; direction: RiskDirection }

/** A reason of each direction. Only the one of the direction counts. */
export interface RiskChangeGiven {
  to: AssessedLevel
  raiseReason: RaiseRiskReason | null
  lowerReason: LowerRiskReason | null
}

export type DecidedRiskChange =
  | { direction: 'raised'; from: AssessedLevel; to: AssessedLevel; reason: RaiseRiskReason }
  | { direction: 'lowered'; from: AssessedLevel; to: AssessedLevel; reason: LowerRiskReason }

/** Anyone in the agency may raise the level with a reason. A manager may lower it, never while a warning stands. */
export function decideRiskChange(
  now: RiskNow | null,
  { to, raiseReason, lowerReason }: RiskChangeGiven,
  mayLower: boolean,
): Result<DecidedRiskChange, RiskChangeRefusal> {
  if (!now) return refused({ kind: 'no-risk-check' })
  const from = now.level
  const higher = compareLevels(to, from)
  if (higher === 0) return refused({ kind: 'nothing-changes' })
  if (higher > 0) {
    return raiseReason
      ? done({ direction: 'raised', from, to, reason: raiseReason })
      : refused({ kind: 'reason-missing', direction: 'raised' })
  }
  if (!mayLower) return refused({ kind: 'not-a-manager' })
  if (now.warnings.length > 0) return refused({ kind: 'warning-stands' })
  return lowerReason
    ? done({ direction: 'lowered', from, to, reason: lowerReason })
    : refused({ kind: 'reason-missing', direction: 'lowered' })
}

/** The levels to choose from on the page, highest first. */
export function levelsToChoose(now: RiskNow, mayLower: boolean): AssessedLevel[] {
  return ASSESSED_LEVELS.filter((level) => {
    const higher = compareLevels(level, now.level)
    return higher > 0 || (higher < 0 && mayLower && now.warnings.length === 0)
  }).toReversed()
}
