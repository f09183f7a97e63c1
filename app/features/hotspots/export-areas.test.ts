import { expect, it } from 'vitest'
import { inventedBodies } from '../../../tests/support/invented-releases.ts'
import { layerOfAreas } from '../../domain/hotspot/map-layer.ts'
import { areaRows } from './area-row.ts'
import { AREA_EXPORT_HEADER, areasAsCells, areasAsGeoJson } from './export-areas.ts'

const rows = areaRows(layerOfAreas(inventedBodies()))
const release = {
  period: '2026-Q3',
  rows,
  offMap: [{ word: 'online' as const, label: 'Online', count: 60, before: null }],
}

it('a spreadsheet holds the numbers of the map and what lies on no map, and nothing else', () => {
  const cells = areasAsCells(release)
  expect(cells).toHaveLength(rows.length + 1)
  expect(cells.every((line) => line.length === AREA_EXPORT_HEADER.length)).toBe(true)
  expect(cells.reduce((sum, line) => sum + Number(line[5]), 0)).toBe(rows.reduce((sum, { count }) => sum + count, 60))
})

it('a file for maps has closed outlines of hexagons, and no shape for what lies on no map', () => {
  const { features } = areasAsGeoJson(release)
  for (const { geometry } of features.slice(0, -1)) {
    const [ring = []] = geometry?.coordinates ?? []
    expect(ring).toHaveLength(7)
    expect(ring[0]).toEqual(ring[6])
  }
  expect(features.at(-1)).toMatchObject({ geometry: null, properties: { word: 'online', incidents: 60 } })
})
