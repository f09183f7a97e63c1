import { expect, it } from 'vitest'
import { cityQuarter } from '../../../../tests/support/hotspots/city.ts'
import { cellAt, rowsOf } from '../../../../tests/support/hotspots/incident-rows.ts'
import { toIncidents } from '../release/incidents.ts'
import { attackNaiveMap } from './naive-map.ts'

it('G12: most of what a map hides when it is asked is found by asking again, and none of it wrongly', () => {
  for (const quarter of [0, 3, 7]) {
    const { hidden, recovered, wrong } = attackNaiveMap(cityQuarter(quarter))
    expect(hidden).toBeGreaterThan(1000)
    expect(recovered / hidden).toBeGreaterThan(0.5)
    expect(wrong).toBe(0)
  }
})

it('a map with nothing to hide has nothing to find', () => {
  const rows = rowsOf(
    { place: cellAt(0), incidents: 30, agencies: [0] },
    { place: 'online', incidents: 20, agencies: [0] },
  )
  expect(attackNaiveMap(toIncidents(rows))).toEqual({ hidden: 0, recovered: 0, wrong: 0 })
})
