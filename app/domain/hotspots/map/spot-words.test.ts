import { describe, expect, it } from 'vitest'
import { cellOfWard } from '../places/ward-centre.ts'
import type { Spot } from '../statistics/emerging.ts'
import { saySpot } from './spot-words.ts'

const YEARS = ['2024', '2025', '2026']
const QUARTERS = YEARS.flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)).slice(0, 11)

const spot = (given: Partial<Spot>): Spot => ({
  cell: cellOfWard('Clubmoor West'),
  giStar: 3,
  hot: 'sporadic',
  cold: null,
  times: 7,
  of: 8,
  rising: false,
  trend: null,
  emerging: false,
  ...given,
})

describe('a hotspot in words', () => {
  it.each<{ given: Partial<Spot>; says: string; periods?: string[]; why: string }>([
    { given: { trend: 'rising' }, says: 'hotspot in 7 of the last 8 quarters, rising', why: 'it rises' },
    { given: { trend: 'falling' }, says: 'hotspot in 7 of the last 8 quarters, falling', why: 'it falls' },
    { given: {}, says: 'hotspot in 7 of the last 8 quarters', why: 'there is no trend' },
    { given: { hot: 'new', times: 1 }, says: 'hotspot in 1 of the last 8 quarters, new', why: 'it is the first time' },
    { given: { hot: 'historical' }, says: 'hotspot in 7 of the last 8 quarters, not now', why: 'it was one' },
    {
      given: { hot: null, times: 2, rising: true, trend: 'rising' },
      says: 'hotspot in 2 of the last 8 quarters, not now, numbers are rising',
      why: 'it rises again',
    },
    {
      given: { hot: null, times: 0, rising: true, trend: 'rising' },
      says: 'numbers are rising over the last 8 quarters, not a hotspot yet',
      why: 'it may become one',
    },
    {
      given: { times: 3, of: 3 },
      periods: YEARS,
      says: 'hotspot in 3 of the last 3 releases',
      why: 'years are not quarters',
    },
    {
      given: { times: 2, of: 3 },
      periods: ['2026-Q1', '2026-Q2', '2026-Q4'],
      says: 'hotspot in 2 of the last 3 releases',
      why: 'a quarter between them is not published',
    },
    { given: { times: 1, of: 1 }, periods: ['2026-Q1'], says: 'hotspot in the only quarter so far', why: 'it is one' },
  ])('is "$says": $why', ({ given, says, periods = QUARTERS }) => {
    expect(saySpot(spot(given), periods)).toMatch(
      new RegExp(`^(North|South|East|West)?.*(Clubmoor|Anfield|Tuebrook).*: ${says}$`),
    )
  })
})
