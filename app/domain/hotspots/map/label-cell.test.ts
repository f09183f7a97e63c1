import { describe, expect, it } from 'vitest'
import { builtOf, cityQuarter } from '../../../../tests/support/hotspots/city.ts'
import { inventedBodies } from '../../../../tests/support/hotspots/invented-releases.ts'
import { isInside } from '../../../../tests/support/hotspots/point-in-ring.ts'
import type { ReleaseBody } from '../release/release-body.ts'
import { isOffMap } from '../release/strand-blocks.ts'
import { type Cell, cellOf, cellsIn, centreOf, FINEST, resolutionOf, WIDEST, widen } from './cell.ts'
import { middleOf, outlineOf, sizeOf } from './hexagon.ts'
import { labelCellOf } from './label-cell.ts'

const releases: ReleaseBody[] = [
  ...inventedBodies(),
  ...[300, 900, 3_000].map((incidents, quarter) => builtOf(cityQuarter(quarter, incidents)).body),
]

/** One with an area in every part of it: what is left has no ground. */
const isCovered = (cell: Cell, { areas }: ReleaseBody) =>
  cellsIn(cell, FINEST).every((fine) =>
    areas.where.some((where) => where !== cell && sizeOf(where) > sizeOf(cell) && widen(fine, sizeOf(where)) === where),
  )

const restsOf = ({ areas }: ReleaseBody) => areas.where.filter((cell, at) => areas.rest[at] === 1 && !isOffMap(cell))

describe('the number of an area with smaller ones inside', () => {
  it('is written where its own incidents are counted', () => {
    for (const body of releases) {
      const published = new Set<string>(body.areas.where)
      for (const cell of restsOf(body)) {
        const label = labelCellOf(cell, drawn(body))
        expect(label === null).toBe(isCovered(cell, body))
        if (!label) continue
        const counting = [8, 7, 6, 5].map((size) => widen(label, size)).find((around) => published.has(around))
        expect([counting, resolutionOf(label)]).toEqual([cell, FINEST])
      }
    }
  })

  it('is written on nothing that is drawn above the area', () => {
    for (const body of releases)
      for (const cell of restsOf(body)) {
        const label = labelCellOf(cell, drawn(body))
        if (!label) continue
        const point = middleOf(label)
        const seen = drawn(body).filter((other) => isInside(outlineOf(other), point))
        expect(seen.sort((a, b) => sizeOf(b) - sizeOf(a))[0]).toBe(cell)
      }
    expect(releases.flatMap(restsOf).length).toBeGreaterThan(40)
  })

  it('is in its middle where nothing is drawn there', () => {
    const [body] = releases
    const plain = body?.areas.where.find((where) => !isOffMap(where) && resolutionOf(where) > WIDEST) ?? ''
    expect(labelCellOf(plain, [plain])).toBe(cellOf(centreOf(plain)))
  })
})

function drawn({ areas }: ReleaseBody): Cell[] {
  return areas.where.filter((where) => !isOffMap(where))
}
