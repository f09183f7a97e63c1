import { RISK_LEVELS, type RiskLevel } from '../domain/risk/risk-level.ts'
import { Tag, type TagColour } from './tag.tsx'

const COLOURS = {
  high: 'red',
  medium: 'orange',
  standard: 'blue',
  not_assessed: 'grey',
} as const satisfies Record<RiskLevel, TagColour>

interface RiskTagProps {
  level: RiskLevel
  provisional?: boolean
  /** Stands without the word “risk” beside it: says “High risk”. */
  alone?: boolean
}

export function RiskTag({ level, provisional = false, alone = false }: RiskTagProps) {
  const { label } = RISK_LEVELS[level]
  const words = alone && level !== 'not_assessed' ? `${label} risk` : label
  return <Tag colour={COLOURS[level]}>{provisional ? `${words}, provisional` : words}</Tag>
}
