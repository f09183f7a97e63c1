import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inventedBodies } from '../../../../tests/support/hotspots/invented-releases.ts'
import { placeName } from '../places/place-name.ts'
import { centreOfWard } from '../places/ward-centre.ts'
import { cellOf, cellsIn, OF_A_WARD, widen } from './cell.ts'
import { isDrawable, sizeOf, squareKmOf } from './hexagon.ts'
import { groundOf, layerOfAreas, layerOfStrand } from './map-layer.ts'

const bodies = inventedBodies()
const layer = layerOfAreas(bodies)
const newest = bodies.at(-1)

describe('the layer of a release', () => {
  it('holds every hexagon of it once, with its published number', () => {
    const drawn = newest?.areas.where.filter(isDrawable) ?? []
    expect(layer.h).toEqual(drawn)
    expect(layer.n).toEqual(drawn.map((cell) => newest?.areas.incidents[newest.areas.where.indexOf(cell)]))
  })

  it('compares every area with the release before: in itself, or in the smallest larger one that is in both', () => {
    expect(layer.compared).not.toContain(null)
    const wider = layer.h.filter((cell, at) => (layer.compared[at] ?? 9) < sizeOf(cell))
    expect(wider.length).toBeGreaterThan(0)
    const same = layer.h.flatMap((cell, at) =>
      layer.compared[at] === sizeOf(cell) && layer.rest[at] === 0 ? [at] : [],
    )
    expect(same.map((at) => layer.now[at])).toEqual(same.map((at) => layer.n[at]))
    expect(same.length).toBeGreaterThan(5)
  })

  it('compares nothing in the first release', () => {
    expect(new Set(layerOfAreas(bodies.slice(0, 1)).compared)).toEqual(new Set([null]))
  })

  it('has the steady places as hotspots and the late one as emerging', () => {
    const kensington = widen(cellOf(centreOfWard('Kensington & Fairfield')), OF_A_WARD)
    expect(layer.hot).toContain(kensington)
    expect(layer.emerging).not.toContain(kensington)
    expect(layer.emerging.map((cell) => placeName(cell))).toContain('south of Speke')
  })

  it('says nothing of hotspots where none were calculated: for areas wider than a ward, and for a strand', () => {
    expect(layer.h.filter((cell, at) => sizeOf(cell) < 7 !== (layer.standing[at] === null))).toEqual([])
    expect(new Set(layerOfStrand(bodies, 'race').standing)).toEqual(new Set([null]))
  })

  it('is empty where nothing is published', () => {
    expect(layerOfAreas([]).h).toEqual([])
  })

  it('holds no coordinate: numbers with a point in them are in none of its columns', () => {
    expect(JSON.stringify(layer)).not.toMatch(/\d\.\d/)
  })
})

it('5,000 hexagons travel in less than 35 KB', () => {
  const h = cellsIn(widen(cellOf({ lat: 53.41, lng: -2.95 }), 5), 8)
    .concat(
      ...[53.3, 53.5, 53.6, 53.7].flatMap((lat) =>
        [-3.2, -2.6].map((lng) => cellsIn(widen(cellOf({ lat, lng }), 5), 8)),
      ),
    )
    .slice(0, 5000)
  const filled = <Value>(fn: (at: number) => Value) => h.map((_, at) => fn(at))
  const many = {
    ...layer,
    h,
    n: filled((at) => 10 + 5 * ((at * 7919) % 13)),
    label: filled((at) => (at % 40 === 0 ? (h[(at * 31) % h.length] ?? 0) : 0)),
    compared: filled((at) => (at % 3 === 0 ? 7 : 8)),
    now: filled((at) => 10 + 5 * ((at * 7919) % 13)),
    before: filled((at) => 10 + 5 * ((at * 104_729) % 13)),
    shade: filled((at) => at % 5),
    rest: filled(() => 0 as const),
    standing: filled((at) => (at % 11 === 0 ? ('hot' as const) : ('none' as const))),
  }
  const bytes = gzipSync(JSON.stringify(many), { level: 6 }).length
  expect(new Set(h).size).toBeGreaterThan(2500)
  expect((bytes * 5000) / h.length).toBeLessThanOrEqual(35_000)
})

describe('a strand', () => {
  it('is drawn by block, and only where its number is published', () => {
    const race = layerOfStrand(bodies, 'race')
    expect(race.h.every((cell) => sizeOf(cell) === 5)).toBe(true)
    expect(race.h.length).toBeGreaterThan(0)
    expect(race.n.every((count) => count >= 10)).toBe(true)
  })

  it('that is published nowhere draws nothing', () => {
    expect(layerOfStrand(bodies, 'age').h).toEqual([])
  })
})

it('what is left of a hexagon covers less ground than the whole', () => {
  const [fine] = [cellOf({ lat: 53.41, lng: -2.95 })]
  const wide = widen(fine, 7)
  const ground = groundOf({ where: [fine, wide], rest: [0, 1] })
  expect(ground.get(wide)).toBeCloseTo(squareKmOf(7) - squareKmOf(8))
  expect(ground.get(fine)).toBe(squareKmOf(8))
})
