import type { ReleaseRules } from '../../../domain/hotspots/release/release-rules.ts'
import { SummaryList } from '../../../ui/lists/summary-list.tsx'

/** What every published number keeps to, in words that anybody can hold against it. */
export function RulesList({ rules }: { rules: ReleaseRules }) {
  const { incidents, clients, greatestShare, residualClients, rounding, finest } = rules
  return (
    <SummaryList
      rows={[
        { key: 'A number stands for', value: `at least ${incidents} incidents of at least ${clients} clients` },
        { key: 'Of one client', value: `never more than ${Math.round(greatestShare * 100)} per cent of it` },
        {
          key: 'Whoever takes their own away',
          value: `an agency, or two together, is left with at least ${residualClients} clients`,
        },
        { key: 'Shown', value: `to the nearest ${rounding}` },
        {
          key: 'Finest hexagons',
          value: `of size ${finest}${finest === 8 ? ': about two thirds of a square kilometre' : ''}`,
        },
        { key: 'Nothing is dropped', value: 'what is too little for a hexagon counts in a wider one around it' },
      ]}
    />
  )
}
