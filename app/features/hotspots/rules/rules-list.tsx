import type { ReleaseRules } from '../../../domain/hotspots/release/release-rules.ts'
import { SummaryList } from '../../../ui/lists/summary-list.tsx'

/** The rules that every published number follows, in words anyone can check. */
export function RulesList({ rules }: { rules: ReleaseRules }) {
  const { incidents, clients, greatestShare, residualClients, rounding, finest } = rules
  return (
    <SummaryList
      rows={[
        { key: 'Each number counts', value: `at least ${incidents} incidents of at least ${clients} clients` },
        { key: 'Of one client', value: `never more than ${Math.round(greatestShare * 100)} per cent of it` },
        {
          key: 'After subtracting their own',
          value: `an agency, or two together, has at least ${residualClients} clients left`,
        },
        { key: 'Shown', value: `to the nearest ${rounding}` },
        {
          key: 'Finest hexagons',
          value: `of size ${finest}${finest === 8 ? ': about two thirds of a square kilometre' : ''}`,
        },
        { key: 'No incident is left out', value: 'too few for one hexagon count in a larger one around it' },
      ]}
    />
  )
}
