import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { releaseBody } from '../../../tests/support/release-bodies.ts'
import { changesBetween } from './release-changes.ts'
import { cellOfWard } from './ward-centre.ts'

const cell = cellOfWard('Speke')
const withCount = (incidents: number | null) =>
  releaseBody('2026-Q3', { lattice: incidents === null ? [] : [{ cell, incidents }] })

describe('what changed since the last release', () => {
  it.each([
    { before: 20, after: 30, told: true, why: 'ten more, and half as many again' },
    { before: 20, after: 29, told: false, why: 'nine more are too few to say anything' },
    { before: 40, after: 55, told: false, why: 'fifteen more are less than half of forty' },
    { before: 40, after: 20, told: true, why: 'half of them are gone' },
    { before: 40, after: 25, told: false, why: 'fifteen fewer are less than half' },
    { before: null, after: 10, told: true, why: 'there was nothing to be shown before' },
    { before: 12, after: null, told: true, why: 'there is nothing to be shown any more' },
  ])('from $before to $after is told: $told, because $why', ({ before, after, told }) => {
    const expected = told ? [{ cell, before: before ?? 0, after: after ?? 0 }] : []
    expect(changesBetween(withCount(before), withCount(after))).toEqual(expected)
  })

  it('is told greatest first', () => {
    const wards = ['Speke', 'Anfield', 'Toxteth'] as const
    const lattice = (counts: number[]) =>
      wards.map((ward, at) => ({ cell: cellOfWard(ward), incidents: counts[at] ?? 0 }))
    const older = releaseBody('2026-Q2', { lattice: lattice([20, 60, 20]) })
    const newer = releaseBody('2026-Q3', { lattice: lattice([40, 20, 90]) })
    expect(changesBetween(older, newer).map(({ after }) => after)).toEqual([90, 20, 40])
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
