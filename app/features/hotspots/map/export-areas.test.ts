import { describe, expect, it } from 'vitest'
import { inventedBodies } from '../../../../tests/support/hotspots/invented-releases.ts'
import { layerOfAreas, layerOfStrand } from '../../../domain/hotspots/map/map-layer.ts'
import { areaRows } from './area-row.ts'
import { areasAsCells, areasAsGeoJson } from './export-areas.ts'

const bodies = inventedBodies()
const rows = areaRows(layerOfAreas(bodies))
const release = {
  period: '2026-Q3',
  strand: null,
  ruleVersion: 1,
  rows,
  offMap: [{ word: 'online' as const, label: 'Online', count: 60, before: null }],
}
const race = { ...release, strand: 'race' as const, rows: areaRows(layerOfStrand(bodies, 'race')) }

describe('a spreadsheet', () => {
  it('holds the numbers of the map and what is on no map, and nothing else', () => {
    const [header = [], ...cells] = areasAsCells(release)
    const at = header.indexOf('Incidents, about')
    expect(cells).toHaveLength(rows.length + 1)
    expect(cells.every((line) => line.length === header.length)).toBe(true)
    expect(cells.reduce((sum, line) => sum + Number(line[at]), 0)).toBe(
      rows.reduce((sum, { count }) => sum + count, 60),
    )
  })

  it('names in each line its period, its strand and the version of the rules', () => {
    expect(areasAsCells(release)[1]?.slice(0, 3)).toEqual(['2026-Q3', 'All strands', '1'])
    expect(areasAsCells(race)[1]?.slice(0, 3)).toEqual(['2026-Q3', 'Race, ethnicity or nationality', '1'])
  })

  it('of one strand has no column for hotspots, which are not calculated for it', () => {
    expect(areasAsCells(release)[0]).toContain('Hotspot')
    expect(areasAsCells(race).flat().join()).not.toMatch(/stand/i)
  })
})

describe('a file for maps', () => {
  it('has closed outlines of hexagons, and no shape for what is on no map', () => {
    const { features } = areasAsGeoJson(release)
    for (const { geometry } of features.slice(0, -1)) {
      const [ring = []] = geometry?.coordinates ?? []
      expect(ring).toHaveLength(7)
      expect(ring[0]).toEqual(ring[6])
    }
    expect(features.at(-1)).toMatchObject({ geometry: null, properties: { word: 'online', incidents: 60 } })
  })

  it('names period, strand and rules, and leaves out what was not calculated', () => {
    const [first] = areasAsGeoJson(race).features
    expect(first?.properties).toMatchObject({
      period: '2026-Q3',
      strand: 'Race, ethnicity or nationality',
      ruleVersion: 1,
    })
    for (const { properties } of areasAsGeoJson(race).features) expect(properties).not.toHaveProperty('standing')
    const wide = areasAsGeoJson(release).features.filter(({ properties }) => properties?.resolution < 7)
    for (const { properties } of wide) expect(properties).not.toHaveProperty('standing')
    expect(wide.length).toBeGreaterThan(0)
  })
})
