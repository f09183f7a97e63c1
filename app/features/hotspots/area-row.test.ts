import { describe, expect, it } from 'vitest'
import { inventedBodies } from '../../../tests/support/invented-releases.ts'
import { layerOfAreas } from '../../domain/hotspot/map-layer.ts'
import { areaRows, sortRows } from './area-row.ts'
import { MAP_SORTS } from './map-query.ts'

const rows = areaRows(layerOfAreas(inventedBodies()))

describe('the rows of a table', () => {
  it('are called by the ward they are near, never by a street', () => {
    expect(rows.every(({ where }) => /^(around|(\d+ km )?(north|south|east|west)[-a-z]* of) [A-Z]/.test(where))).toBe(
      true,
    )
  })

  it.each(MAP_SORTS)('sorted by %s are all there, in either order', (sort) => {
    const down = sortRows(rows, { sort, order: 'down' })
    const up = sortRows(rows, { sort, order: 'up' })
    expect(new Set(down.map(({ cell }) => cell)).size).toBe(rows.length)
    expect(up).toHaveLength(rows.length)
    expect(up[0]).not.toEqual(down[0])
  })

  it('sorted by change have the greatest rise first and what cannot be compared last', () => {
    const sorted = sortRows(rows, { sort: 'change', order: 'down' })
    const changes = sorted.map(({ count, before }) => (before === null ? -1e9 : count - before))
    expect(changes).toEqual([...changes].sort((a, b) => b - a))
    expect(sorted.at(-1)?.before).toBeNull()
  })
})
