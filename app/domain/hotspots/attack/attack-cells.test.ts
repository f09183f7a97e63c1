import { describe, expect, it } from 'vitest'
import { builtOf, cityQuarter } from '../../../../tests/support/hotspots/city.ts'
import { cellAt, rowsOf } from '../../../../tests/support/hotspots/incident-rows.ts'
import { toIncidents } from '../release/incidents.ts'
import { attackReleasedCells, isPinned } from './attack-cells.ts'

describe('G12: narrowing hexagons by strand', () => {
  it('finds nothing in a release', () => {
    for (const quarter of [0, 4, 7]) {
      const incidents = cityQuarter(quarter)
      const { tried, pinned } = attackReleasedCells(incidents, builtOf(incidents).body)
      expect(tried).toBeGreaterThan(40)
      expect(pinned).toBe(0)
    }
  })

  it('finds a strand that should have been counted together with others', () => {
    const incidents = toIncidents(
      rowsOf(
        { place: cellAt(0), incidents: 25, strand: 'race' },
        { place: cellAt(0), incidents: 5, strand: 'religion' },
      ),
    )
    const { body } = builtOf(incidents)
    const strands = { block: [0, 0], strand: ['race' as const, 'religion' as const], incidents: [25, 5] }
    expect(attackReleasedCells(incidents, body).pinned).toBe(0)
    expect(attackReleasedCells(incidents, { ...body, strands }).pinned).toBe(1)
  })
})

it.each([
  { bounds: { least: 1, most: 9 }, is: true, why: 'somebody is there, and fewer than allowed' },
  { bounds: { least: 0, most: 9 }, is: false, why: 'perhaps nobody is' },
  { bounds: { least: 1, most: 10 }, is: false, why: 'perhaps enough are' },
  { bounds: undefined, is: false, why: 'nothing is known' },
])('a number is pinned: $is, $why', ({ bounds, is }) => {
  expect(isPinned(bounds, 10)).toBe(is)
})
