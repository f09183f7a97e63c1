import { describe, expect, it } from 'vitest'
import { inventedBodies } from '../../../../tests/support/hotspots/invented-releases.ts'
import { layerOfAreas } from '../../../domain/hotspots/map/map-layer.ts'
import { areaRows, sortRows } from './area-row.ts'
import { MAP_SORTS } from './map-query.ts'

const rows = areaRows(layerOfAreas(inventedBodies()))

describe('the rows of a table', () => {
  it('have each a name of its own, by a ward and never by a street', () => {
    expect(new Set(rows.map(({ where }) => where)).size).toBe(rows.length)
    expect(rows.some(({ where }) => where.startsWith('rest of '))).toBe(true)
  })

  it('with equal counts have the same order in every release', () => {
    const equal = rows.filter(({ count }) => count === 15)
    const names = (of: typeof rows) => sortRows(of, { sort: 'count', order: 'down' }).map(({ where }) => where)
    expect(names(equal)).toEqual(names([...equal].reverse()))
    expect(names(equal)).toEqual(equal.map(({ where }) => where).sort((a, b) => a.localeCompare(b, 'en')))
    expect(equal.length).toBeGreaterThan(2)
  })

  it.each(MAP_SORTS)('sorted by %s are all there, in either order', (sort) => {
    const down = sortRows(rows, { sort, order: 'down' })
    const up = sortRows(rows, { sort, order: 'up' })
    expect(new Set(down.map(({ cell }) => cell)).size).toBe(rows.length)
    expect(up).toHaveLength(rows.length)
    expect(up[0]).not.toEqual(down[0])
  })

  it('sorted by change have the greatest rise first and what cannot be compared last', () => {
    const alone = rows.slice(0, 1).map((row) => ({ ...row, cell: 'alone', compared: null }))
    const sorted = sortRows([...alone, ...rows], { sort: 'change', order: 'down' })
    const changes = sorted.flatMap(({ compared }) => (compared ? [compared.now - compared.before] : []))
    expect(changes).toEqual([...changes].sort((a, b) => b - a))
    expect(changes).toHaveLength(rows.length)
    expect(sorted.at(-1)?.cell).toBe('alone')
  })
})
