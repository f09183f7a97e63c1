import type { ReleaseRules } from '../../../domain/hotspots/release/release-rules.ts'
import { SummaryList } from '../../../ui/lists/summary-list.tsx'

/** The rules that every published number follows, in words anyone can check. */
export function RulesList({ rules }: { rules: ReleaseRules }) {
  const { incidents, clients, greatestShare, residualClients, rounding, finest } = rules
  return (
    <SummaryList
      rows={[
        { key: 'Each number', value: `at least ${incidents} incidents of at least ${clients} clients` },
        { key: 'One client', value: `at most ${Math.round(greatestShare * 100)} per cent of a number` },
        {
          key: 'Clients left',
          value: `at least ${residualClients}, after any agency, or any two together, subtract their own clients`,
        },
        { key: 'Rounding', value: `to the nearest ${rounding}` },
        {
          key: 'Finest hexagons',
          value: `size ${finest}${finest === 8 ? ', about two thirds of a square kilometre' : ''}`,
        },
        { key: 'Too few incidents', value: 'counted in a larger hexagon around them, never left out' },
      ]}
    />
  )
}
