import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { releaseBody } from '../../../../tests/support/hotspots/release-bodies.ts'
import { cellOfWard } from '../places/ward-centre.ts'
import { widen } from './cell.ts'
import { changesBetween } from './release-changes.ts'

const cell = cellOfWard('Speke')
const withCount = (incidents: number | null) =>
  releaseBody('2026-Q3', { areas: incidents === null ? [] : [{ where: cell, incidents }] })

describe('what changed since the last release', () => {
  it.each([
    { before: 20, after: 30, isNamed: true, why: 'ten more, and half as many again' },
    { before: 20, after: 29, isNamed: false, why: 'nine more are too few to say anything' },
    { before: 40, after: 55, isNamed: false, why: 'fifteen more are less than half of forty' },
    { before: 40, after: 20, isNamed: true, why: 'half of them are gone' },
    { before: 40, after: 25, isNamed: false, why: 'fifteen fewer are less than half' },
    { before: null, after: 10, isNamed: false, why: 'there was no number for it before' },
    { before: 15, after: null, isNamed: false, why: 'there is no number for it any more' },
  ])('from $before to $after is named: $isNamed, because $why', ({ before, after, isNamed }) => {
    const expected = isNamed ? [{ cell, before: before ?? 0, now: after ?? 0 }] : []
    expect(changesBetween(withCount(before), withCount(after))).toEqual(expected)
  })

  it('names the greatest first', () => {
    const wards = ['Speke', 'Anfield', 'Toxteth'] as const
    const areas = (counts: number[]) =>
      wards.map((ward, at) => ({ where: cellOfWard(ward), incidents: counts[at] ?? 0 }))
    const older = releaseBody('2026-Q2', { areas: areas([20, 60, 20]) })
    const newer = releaseBody('2026-Q3', { areas: areas([40, 20, 90]) })
    expect(changesBetween(older, newer).map(({ now }) => now)).toEqual([90, 20, 40])
  })

  it('names the smaller of two hexagons that changed, one within the other', () => {
    const areas = (finer: number) => [
      { where: cell, incidents: finer },
      { where: widen(cell, 6), incidents: 10, rest: true },
    ]
    const changes = changesBetween(
      releaseBody('2026-Q2', { areas: areas(20) }),
      releaseBody('2026-Q3', { areas: areas(60) }),
    )
    expect(changes).toEqual([{ cell, before: 20, now: 60 }])
  })

  it('is nothing between a release and itself, and the same hexagons the other way round for a rise of twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (incidents) => {
        expect(changesBetween(withCount(incidents), withCount(incidents))).toEqual([])
        const doubled = changesBetween(withCount(incidents), withCount(incidents * 2))
        expect(changesBetween(withCount(incidents * 2), withCount(incidents))).toHaveLength(doubled.length)
      }),
    )
  })
})
