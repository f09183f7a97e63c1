import { sayPeriod } from '../../../domain/hotspots/release/period.ts'
import type { ReleaseRules } from '../../../domain/hotspots/release/release-rules.ts'
import type { RulesEffect } from '../../../domain/hotspots/release/rules-effect.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import { SummaryList } from '../../../ui/lists/summary-list.tsx'

const percent = (share: number) => `${Math.round(share * 100)} per cent`

const RULES: Record<keyof ReleaseRules, { label: string; say?: (value: number) => string }> = {
  incidents: { label: 'Minimum incidents in a number' },
  clients: { label: 'Minimum clients in a number' },
  greatestShare: { label: 'Largest share of one client', say: percent },
  residualClients: { label: 'Minimum clients left after any two agencies subtract their own' },
  rounding: { label: 'Numbers are rounded to' },
  finest: { label: 'Finest size of hexagons' },
}

interface RulesChangesProps {
  from: ReleaseRules
  to: ReleaseRules
  effect: RulesEffect | null
}

/** The differences from the rules in force, and their effect on the newest published period. */
export function RulesChanges({ from, to, effect }: RulesChangesProps) {
  const changed = (Object.keys(RULES) as (keyof ReleaseRules)[]).filter((rule) => from[rule] !== to[rule])
  return (
    <>
      <SummaryList
        rows={changed.map((rule) => {
          const { label, say = String } = RULES[rule]
          return { key: label, value: `${say(from[rule])} → ${say(to[rule])}` }
        })}
      />
      <Effect effect={effect} />
    </>
  )
}

function Effect({ effect }: { effect: RulesEffect | null }) {
  if (!effect)
    return (
      <InsetText>Accord is calculating the effect on the last release. Open this page again in a minute.</InsetText>
    )
  const { period, now, proposed } = effect
  if (!period) return <InsetText>No release is published yet, so there is no effect to show.</InsetText>
  if (!proposed)
    return <InsetText>With the new rules, {sayPeriod(period)} had too few incidents for even one number.</InsetText>
  const rows = [
    { key: 'Areas', value: `${now?.areas ?? 0} → ${proposed.areas}` },
    {
      key: 'Incidents in hexagons of size 7 or finer',
      value: `${now?.atSevenOrFiner ?? 0} → ${proposed.atSevenOrFiner} per cent`,
    },
    { key: 'Incidents on the map', value: `${now?.onTheMap ?? 0} → ${proposed.onTheMap} per cent` },
  ]
  return (
    <>
      <h3 className="govuk-heading-s">Effect on {sayPeriod(period)}, calculated again with today’s incidents</h3>
      <SummaryList rows={rows} />
    </>
  )
}
