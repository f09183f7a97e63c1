import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { builtOf, cityQuarter } from '../../../tests/support/hotspots/city.ts'
import { LONELY } from '../../demo/synthetic-incidents.ts'
import { cellOf, type LatLng, OF_A_WARD, resolutionOf, widen } from './map/cell.ts'
import { cellOfWard } from './places/ward-centre.ts'
import { isOffMap } from './release/strand-blocks.ts'
import { significantCells, spotsOf } from './statistics/emerging.ts'

const QUARTERS = ['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']
const STEADY = ['City Centre South', 'Kensington & Fairfield'] as const
const TUEBROOK = widen(cellOf({ lat: 53.429, lng: -2.942 }), OF_A_WARD)

/** Real street-level points, kept beside the project and not within it. */
const STREETS = new URL('../../../../shared/data/police/2014-04-merseyside-street.csv', import.meta.url)

function realPoints(): LatLng[] {
  const lines = readFileSync(STREETS, 'utf8').split('\n').slice(1)
  const points = lines.map((line) => line.split(',').slice(4, 6).map(Number))
  return points.flatMap(([lng, lat]) => (lng && lat ? [{ lat, lng }] : []))
}

const streets = existsSync(STREETS) ? realPoints() : undefined
if (!streets) console.warn(`Left out, as ${STREETS.pathname} is not there: two years over real points.`)

describe.each([
  { over: 'invented points', points: undefined, isThere: true },
  { over: 'real points', points: streets, isThere: streets !== undefined },
])('G12, G13: two years of about 900 incidents a quarter over $over', ({ points, isThere }) => {
  const quarters = isThere
    ? QUARTERS.map((name, quarter) => {
        const incidents = cityQuarter(quarter, 900, points)
        return { name, incidents, built: builtOf(incidents, name) }
      })
    : []

  it.skipIf(!isThere)('are counted whole, six in ten in hexagons of a ward or finer', () => {
    for (const { incidents, built } of quarters) {
      const fine = built.areas.filter(({ where }) => !isOffMap(where) && resolutionOf(where) >= OF_A_WARD)
      const sizeOf = (areas: typeof fine) => areas.reduce((sum, { group }) => sum + group.length, 0)
      expect(sizeOf(built.areas)).toBe(incidents.length)
      expect(sizeOf(fine) / incidents.length).toBeGreaterThanOrEqual(0.6)
    }
  })

  it.skipIf(!isThere).each(STEADY)('%s stands out in every release', (ward) => {
    for (const { built } of quarters) {
      const { lattice } = built.body
      expect(significantCells(lattice)[lattice.cell.indexOf(cellOfWard(ward))]).toBe(1)
    }
  })

  it.skipIf(!isThere)('Tuebrook Breckside Park, which grows by eight tenths, is emerging', () => {
    const spots = spotsOf(quarters.map(({ built }) => built.body))
    expect(spots.find(({ cell }) => cell === TUEBROOK)?.emerging).toBe(true)
    expect(spots.filter(({ emerging }) => emerging).length).toBeLessThanOrEqual(4)
  })

  it.skipIf(!isThere)('two lonely corners with three and four incidents never have an area of their own', () => {
    for (const { built } of quarters)
      for (const point of LONELY) {
        const own = [8, 7].map((resolution) => widen(cellOf(point), resolution))
        expect(built.areas.filter(({ where }) => own.includes(where))).toEqual([])
      }
  })
})
