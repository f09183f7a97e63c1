import { describe, expect, it } from 'vitest'
import { AREA } from '../places/place.ts'
import { cellOf, centreOf, resolutionOf, ringOf, widen } from './cell.ts'
import { hexagonAround, hexagonInTheMiddle, isDrawable, middleOf, outlineOf, sizeOf } from './hexagon.ts'

function everyCell(step: number) {
  const cells = new Set<string>()
  for (let lat = AREA.south; lat <= AREA.north; lat += step)
    for (let lng = AREA.west; lng <= AREA.east; lng += step)
      for (const resolution of [5, 6, 7, 8]) cells.add(widen(cellOf({ lat, lng }), resolution))
  return [...cells]
}

describe('the hexagons of the region', () => {
  const cells = everyCell(0.004)

  it('have the corners and the middle that H3 gives them, to a metre', () => {
    const farOff = cells.filter((cell) => {
      const theirs = ringOf(cell)
      const isThere = ([lng, lat]: [number, number]) =>
        theirs.some((corner) => Math.abs(corner[0] - lng) < 2e-5 && Math.abs(corner[1] - lat) < 2e-5)
      const { lat, lng } = centreOf(cell)
      const [x, y] = middleOf(cell)
      return !outlineOf(cell).every(isThere) || Math.abs(x - lng) > 1e-4 || Math.abs(y - lat) > 1e-4
    })
    expect(farOff).toEqual([])
    expect(cells.length).toBeGreaterThan(4000)
  })

  it('name the hexagon around them and the one in their middle as H3 does', () => {
    for (const cell of cells) {
      expect(hexagonAround(cell, 5)).toBe(widen(cell, 5))
      expect(hexagonInTheMiddle(cell, 8)).toBe(cellOf(centreOf(cell)))
    }
  })

  it('tell their size from their name', () => {
    expect(cells.every((cell) => sizeOf(cell) === resolutionOf(cell))).toBe(true)
  })
})

it.each([
  { cell: '8928308280fffff', why: 'finer than any' },
  { cell: '872830828ffffff', why: 'in California' },
  { cell: 'online', why: 'a word' },
])('what is $why cannot be drawn', ({ cell }) => {
  expect(isDrawable(cell)).toBe(false)
  expect(() => outlineOf(cell)).toThrow('not of this region')
})
