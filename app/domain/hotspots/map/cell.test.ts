import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AREA } from '../places/place.ts'
import { cellOf, cellsIn, centreOf, FINEST, isCell, resolutionOf, ringAround, ringOf, widen } from './cell.ts'

const anyPoint = fc.record({
  lat: fc.double({ min: AREA.south, max: AREA.north, noNaN: true }),
  lng: fc.double({ min: AREA.west, max: AREA.east, noNaN: true }),
})

describe('a hexagon', () => {
  it('that holds a point is found at the finest level, with its middle within a kilometre', () => {
    fc.assert(
      fc.property(anyPoint, (point) => {
        const cell = cellOf(point)
        const { lat, lng } = centreOf(cell)
        expect(resolutionOf(cell)).toBe(FINEST)
        expect(Math.hypot((lat - point.lat) * 111.2, (lng - point.lng) * 66.3)).toBeLessThan(1)
      }),
    )
  })

  it('widened step by step is the same as widened at once, so that counts nest', () => {
    fc.assert(
      fc.property(anyPoint, (point) => {
        const cell = cellOf(point)
        expect(widen(widen(widen(cell, 7), 6), 5)).toBe(widen(cell, 5))
        expect(cellsIn(widen(cell, 7), FINEST)).toContain(cell)
      }),
    )
  })

  it('that is as wide already stays itself', () => {
    const wide = widen(cellOf({ lat: 53.41, lng: -2.98 }), 6)
    expect(widen(wide, 7)).toBe(wide)
    expect(widen(wide, 6)).toBe(wide)
  })

  it('holds seven of the next finer ones and touches six of its own size', () => {
    const cell = cellOf({ lat: 53.41, lng: -2.98 })
    expect(cellsIn(widen(cell, 7), 8).length).toBe(7)
    expect(ringAround(cell).length).toBe(6)
    expect(ringAround(cell)).not.toContain(cell)
  })

  it('has a closed ring of six corners, longitude first', () => {
    const ring = ringOf(cellOf({ lat: 53.41, lng: -2.98 }))
    expect(ring.length).toBe(7)
    expect(ring[0]).toEqual(ring[6])
    expect(ring.every(([lng, lat]) => lng < -2.9 && lat > 53)).toBe(true)
  })

  it.each([
    { text: '88195c6265fffff', is: true, why: 'of the finest level' },
    { text: 'online', is: false, why: 'a word' },
    { text: '', is: false, why: 'nothing' },
    { text: '99195c6265fffff', is: false, why: 'no level of the grid' },
  ])('is distinguished from other text: $why', ({ text, is }) => {
    expect(isCell(text)).toBe(is)
  })
})
