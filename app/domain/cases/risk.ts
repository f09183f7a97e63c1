/** Levels of risk. `rank` sorts an inbox, highest first. */
export const RISK_LEVELS = {
  high: { label: 'High', rank: 3 },
  medium: { label: 'Medium', rank: 2 },
  not_assessed: { label: 'Not assessed yet', rank: 1 },
  standard: { label: 'Standard', rank: 0 },
} as const satisfies Record<string, { label: string; rank: number }>

export type RiskLevel = keyof typeof RISK_LEVELS
