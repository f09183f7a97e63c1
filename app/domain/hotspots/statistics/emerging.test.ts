import { describe, expect, it } from 'vitest'
import { significantCells, spotOf, spotsOf } from './emerging.ts'

const history = (out: readonly number[], given: { z?: readonly number[]; incidents?: readonly number[] } = {}) =>
  out.map((sign, at) => ({
    out: sign as 1 | 0 | -1,
    z: given.z?.[at] ?? 3 * sign,
    incidents: given.incidents?.[at] ?? 50,
  }))
const rise = [2, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6, 2.7]
const always = [1, 1, 1, 1, 1, 1, 1, 1]

describe('G13: a place over several releases', () => {
  it.each([
    { out: [0, 0, 0, 0, 0, 0, 0, 1], hot: 'new', why: 'it stands out for the first time' },
    { out: [0, 0, 0, 0, 0, 1, 1, 1], hot: 'consecutive', why: 'three in a row and never before' },
    { out: always, z: rise, hot: 'intensifying', why: 'always, and more and more' },
    { out: always, hot: 'persistent', why: 'always' },
    { out: always, z: rise.toReversed(), hot: 'diminishing', why: 'always, and less and less' },
    { out: [1, 0, 0, 1, 0, 0, 1, 1], hot: 'sporadic', why: 'on and off' },
    { out: [-1, 0, 1, 0, 0, 0, 1, 1], hot: 'oscillating', why: 'below all others once' },
    { out: [1, 1, 1, 1, 1, 1, 1, 1, 1, 0], hot: 'historical', why: 'nearly always, but not now' },
    { out: [0, 1, 0, 0, 1, 0, 0, 0], hot: null, why: 'not now, and seldom before' },
    { out: [0, 0, 0, 0, 0, 0, 0, 0], hot: null, why: 'never' },
    { out: [1], hot: 'persistent', why: 'there is only one release: nothing can be new in it' },
  ])('is $hot: $why', ({ out, z, hot }) => {
    expect(spotOf('cell', history(out, z ? { z } : {})).hot).toBe(hot)
    const mirrored = history(out, z ? { z } : {}).map((past) => ({ ...past, out: -past.out as 1 | 0 | -1, z: -past.z }))
    expect(spotOf('cell', mirrored).cold).toBe(hot)
  })

  it.each([
    {
      incidents: [50, 50, 55, 55, 60, 60, 65, 70],
      z: 1.5,
      rising: true,
      emerging: true,
      why: 'rises above its surroundings',
    },
    {
      incidents: [50, 50, 55, 55, 60, 60, 65, 70],
      z: -1.5,
      rising: true,
      emerging: false,
      why: 'rises, but is below all others',
    },
    {
      incidents: [50, 51, 52, 53, 54, 55, 56, 57],
      z: 1.5,
      rising: false,
      emerging: false,
      why: 'rises by too little to matter',
    },
    { incidents: [50, 90, 40, 95, 45, 99, 50, 100], z: 1.5, rising: false, emerging: false, why: 'goes up and down' },
    { incidents: [70, 65, 60, 60, 55, 55, 50, 50], z: 1.5, rising: false, emerging: false, why: 'falls' },
  ])('whose count $why is emerging: $emerging', ({ incidents, z, rising, emerging }) => {
    const past = history([0, 0, 0, 0, 0, 0, 0, 0], { incidents, z: incidents.map(() => z) })
    expect(spotOf('cell', past)).toMatchObject({ rising, emerging })
  })

  it('has no trend in fewer than four releases', () => {
    expect(spotOf('cell', history([0, 0, 0], { incidents: [10, 50, 90], z: [1, 1, 1] })).rising).toBe(false)
  })
})

it('what is not significant after false discoveries are allowed for stands out nowhere', () => {
  const many = Array.from({ length: 98 }, () => 0.1)
  expect(significantCells({ giStar: [...many, 2.2, 5] }).slice(-2)).toEqual([0, 1])
  expect(significantCells({ giStar: [2.2, 5, -5] })).toEqual([1, 1, -1])
})

it('spots are those of the newest release; what an older one did not have counts as nothing there', () => {
  const release = (cell: string[]) => ({ lattice: { cell, incidents: cell.map(() => 10), giStar: cell.map(() => 4) } })
  expect(spotsOf([release(['b']), release(['a', 'b'])]).map(({ cell, hot }) => `${cell} ${hot}`)).toEqual([
    'a new',
    'b persistent',
  ])
  expect(spotsOf([])).toEqual([])
})

it('trends are of the last two years, however many releases a page has read', () => {
  const quarter = (hot: boolean) => ({ lattice: { cell: ['a', 'b'], incidents: [10, 10], giStar: [hot ? 4 : 0, 0] } })
  const twoYears = [true, false, false, false, true, true, true, true].map(quarter)
  expect(spotsOf([quarter(false), quarter(true), ...twoYears])).toEqual(spotsOf(twoYears))
})
