import { gzipSync } from 'node:zlib'
import { latLngToCell } from 'h3-js'
import { type Cell, cellsIn, FINEST, ringAround } from '../../app/domain/hotspots/map/cell.ts'
import { layerOfAreas } from '../../app/domain/hotspots/map/map-layer.ts'
import { AREA, placeIncident } from '../../app/domain/hotspots/places/place.ts'
import { buildRelease } from '../../app/domain/hotspots/release/build-release.ts'
import { toIncidents } from '../../app/domain/hotspots/release/incidents.ts'
import { FIRST_RULES } from '../../app/domain/hotspots/release/release-rules.ts'
import { scoreNeighbourhoods } from '../../app/domain/hotspots/statistics/gi-star.ts'
import type { Note } from './figures.ts'
import { REGION } from './fill-incidents.ts'
import { median } from './measure.ts'

const POINTS = 200_000
const CELLS = 5_000
const ROUNDS = 5
const MOST_KB = 35
const MOST_MS = 50

/** What needs no database: placing incidents, the weight of a map, and the scores of its hexagons. */
export function measureCalculations(note: Note): void {
  const points = Array.from({ length: POINTS }, () => ({
    lat: AREA.south + Math.random() * (AREA.north - AREA.south),
    lng: AREA.west + Math.random() * (AREA.east - AREA.west),
  }))
  const [ours, bare] = inTurns([
    () => points.map((point) => placeIncident({ point: { ...point, by: 'map' }, ward: null, online: false })),
    () => points.map(({ lat, lng }) => latLngToCell(lat, lng, FINEST)),
  ])
  note('placing incidents, a second', (POINTS * 1000) / (ours ?? 0), (POINTS * 1000) / (bare ?? 0), { atLeast: 0.5 })

  const cells = manyCells()
  note(`${CELLS} hexagons as the map gets them, gzip KB`, layerBytes(cells) / 1000, MOST_KB, { atMost: 1 })

  const places = new Map(cells.map((cell, at) => [cell, at]))
  const neighbours = cells.map((cell) => ringAround(cell).flatMap((other) => places.get(other) ?? []))
  const values = cells.map(() => 5 * Math.floor(Math.random() ** 3 * 40))
  const [scores = 0] = inTurns([() => scoreNeighbourhoods(values, neighbours)])
  note(`Gi* of ${CELLS} hexagons with false discoveries, ms`, scores, MOST_MS, { atMost: 1 })
}

/** The median milliseconds of each, one after the other. */
function inTurns(fns: (() => unknown)[]): number[] {
  const rounds = Array.from({ length: ROUNDS }, () =>
    fns.map((fn) => {
      const startedAt = performance.now()
      fn()
      return performance.now() - startedAt
    }),
  )
  return fns.map((_, at) => median(rounds.map((figures) => figures[at] ?? 0)))
}

function manyCells(): Cell[] {
  const blocks = [...new Set(REGION.flatMap((block) => [block, ...ringAround(block)]))]
  return blocks.flatMap((block) => cellsIn(block, FINEST)).slice(0, CELLS)
}

/** A release with a number for each of these hexagons, and what a map draws of it. */
function layerBytes(cells: readonly Cell[]): number {
  const rows = cells.flatMap((place, at) =>
    Array.from({ length: 12 + Math.floor(Math.random() ** 3 * 60) }, (_, number) => {
      return { place, agency: number % 3, person: at * 100 + number, strand: 'race', crime: 0 }
    }),
  )
  const period = { name: '2026-Q3', opensAt: new Date('2026-06-30T23:00Z'), closesAt: new Date('2026-09-30T23:00Z') }
  const built = buildRelease(toIncidents(rows), { rules: FIRST_RULES, ruleVersion: 1, period, protectedCells: [] })
  const layer = layerOfAreas(built ? [built.body] : [])
  if (layer.h.length < CELLS) throw new Error(`Only ${layer.h.length} hexagons are drawn.`)
  return gzipSync(JSON.stringify(layer)).length
}
