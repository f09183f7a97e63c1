/** Levels of risk. `rank` sorts an inbox, highest first. */
export const RISK_LEVELS = {
  high: { label: 'High', rank: 3 },
  medium: { label: 'Medium', rank: 2 },
  not_assessed: { label: 'Not assessed yet', rank: 1 },
  standard: { label: 'Standard', rank: 0 },
} as const satisfies Record<string, { label: string; rank: number }>

export type RiskLevel = keyof typeof RISK_LEVELS

/** The levels that a risk check can give, lowest first, each with its lowest score. The bands are the partnership's own. */
export const RISK_BANDS = {
  standard: { from: 0 },
  medium: { from: 11 },
  high: { from: 20 },
} as const satisfies Partial<Record<RiskLevel, { from: number }>>

export type AssessedLevel = keyof typeof RISK_BANDS

export const ASSESSED_LEVELS = Object.keys(RISK_BANDS) as AssessedLevel[]

export function levelOfScore(score: number): AssessedLevel {
  return ASSESSED_LEVELS.findLast((level) => score >= RISK_BANDS[level].from) ?? 'standard'
}

/** Above 0 if the first level is the higher one. */
export function compareLevels(first: AssessedLevel, second: AssessedLevel): number {
  return ASSESSED_LEVELS.indexOf(first) - ASSESSED_LEVELS.indexOf(second)
}
