import { describe, expect, it } from 'vitest'
import { cellsIn } from '../map/cell.ts'
import { cellOfWard } from '../places/ward-centre.ts'
import { rateOf, residentsOf } from './rate.ts'

describe('a rate', () => {
  it.each([
    { why: 'the exact limits of 10 are 4.80 and 18.39', incidents: 10, residents: 1_000, rate: [10, 4.8, 18.4] },
    { why: 'the exact limits of 100 are 81.4 and 121.6', incidents: 100, residents: 10_000, rate: [10, 8.1, 12.2] },
  ])('comes with what chance alone would make: $why', ({ incidents, residents, rate }) => {
    const { perThousand, least, most } = rateOf(incidents, residents) ?? {}
    expect([perThousand, least, most]).toEqual(rate)
  })

  it('is not told where few people live', () => {
    expect(rateOf(10, 999)).toBeNull()
  })
})

describe('the residents of areas', () => {
  it('live in the finest area that holds their hexagon, once', () => {
    const wide = cellOfWard('Speke')
    const [fine = '', other = '', ...rest] = cellsIn(wide, 8)
    const population = new Map([fine, other, ...rest].map((cell) => [cell, 1_000]))
    const residents = residentsOf({ where: [wide, fine, 'elsewhere'] }, population)
    expect(residents.get(fine)).toBe(1_000)
    expect(residents.get(wide)).toBe(1_000 * (1 + rest.length))
  })
})
