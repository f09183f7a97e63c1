import { describe, expect, it } from 'vitest'
import { builtOf, cityQuarter } from '../../../../tests/support/hotspots/city.ts'
import { inventedBodies } from '../../../../tests/support/hotspots/invented-releases.ts'
import { isInside } from '../../../../tests/support/hotspots/point-in-ring.ts'
import { areasAsDrawn } from './drawn-area.ts'
import { layerOfAreas } from './map-layer.ts'

const layers = [
  layerOfAreas(inventedBodies()),
  ...[300, 900, 3_000].map((incidents, quarter) => layerOfAreas([builtOf(cityQuarter(quarter, incidents)).body])),
]

describe('the number of each area', () => {
  it('is written where the area itself is seen, also on the rest of one around smaller areas', () => {
    for (const layer of layers) {
      const areas = areasAsDrawn(layer)
      const astray = areas.filter(
        (area) => areas.findLast(({ ring }) => isInside(ring, area.label))?.cell !== area.cell,
      )
      expect(astray.map(({ cell }) => cell)).toEqual([])
      expect(areas.length).toBe(layer.h.length)
    }
  })

  it('of an area that smaller ones cover whole is on a badge of its own, above them', () => {
    const covered = layers.flatMap((layer) => areasAsDrawn(layer).filter(({ at }) => layer.label[at] === null))
    expect(covered.length).toBeGreaterThan(0)
  })
})
