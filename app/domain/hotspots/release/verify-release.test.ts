import { describe, expect, it } from 'vitest'
import { builtOf, cityQuarter } from '../../../../tests/support/hotspots/city.ts'
import { cellsIn, resolutionOf } from '../map/cell.ts'
import type { ReleaseBody } from './release-body.ts'
import { checkBody } from './verify-release.ts'

const { body } = builtOf(cityQuarter(0))
const earlier = builtOf(cityQuarter(1), '2026-Q2').body

const changed = (change: (body: ReleaseBody) => void): ReleaseBody => {
  const copy = structuredClone(body)
  change(copy)
  return copy
}
const put = <Value>(list: Value[], at: number, change: (value: Value) => Value) => {
  list[at] = change(list[at] as Value)
}
const atResolution = (resolution: number) =>
  body.areas.where.findIndex((where) => where.startsWith('8') && resolutionOf(where) === resolution)

describe('G12: anybody can check a release by its file', () => {
  it('a release as it was built has no fault, nor beside earlier ones', () => {
    expect(checkBody(body, [])).toEqual([])
    expect(checkBody(body, [earlier])).toEqual([])
  })

  it.each<{ why: string; change: (body: ReleaseBody) => void; says: RegExp }>([
    {
      why: 'another format',
      change: (one) => Object.assign(one, { format: 'other' }),
      says: /^The format other is not known/,
    },
    {
      why: 'another end',
      change: (one) => Object.assign(one, { closesAt: '2026-10-02T00:00:00.000Z' }),
      says: /does not run from/,
    },
    { why: 'no such period', change: (one) => Object.assign(one, { period: '2026-Q7' }), says: /2026-Q7 does not run/ },
    {
      why: 'a column cut short',
      change: ({ areas }) => void areas.rest.pop(),
      says: /columns of areas are not of one length/,
    },
    { why: 'a strand cut short', change: ({ strands }) => void strands.strand.pop(), says: /columns of strands/ },
    {
      why: 'a hexagon that is none',
      change: ({ areas }) => put(areas.where, 0, () => '8fffffffffffffff'),
      says: /is no hexagon/,
    },
    {
      why: 'a finer hexagon',
      change: ({ areas }) => put(areas.where, atResolution(8), (where) => cellsIn(where, 9)[0] ?? ''),
      says: /is finer than the rules allow/,
    },
    {
      why: 'a hexagon twice',
      change: ({ areas }) => put(areas.where, 0, () => areas.where[1] ?? ''),
      says: /appears twice/,
    },
    {
      why: 'a small number',
      change: ({ areas }) => put(areas.incidents, 0, () => 5),
      says: /^1 numbers are less than 10/,
    },
    {
      why: 'an exact number',
      change: ({ areas }) => put(areas.incidents, 0, (count) => count + 1),
      says: /^1 numbers are not rounded to 5/,
    },
    {
      why: 'looser rules',
      change: ({ rules }) => Object.assign(rules, { incidents: 5 }),
      says: /looser than the portal allows/,
    },
    {
      why: 'a share of one client beyond the rules',
      change: ({ rules }) => Object.assign(rules, { greatestShare: 0.9 }),
      says: /looser than the portal allows/,
    },
    {
      why: 'finer hexagons than ever',
      change: ({ rules }) => Object.assign(rules, { finest: 9 }),
      says: /looser than the portal allows/,
    },
    {
      why: 'fewer clients',
      change: ({ rules }) => Object.assign(rules, { clients: 2 }),
      says: /looser than the portal allows/,
    },
    {
      why: 'an area in another block',
      change: ({ areas, blocks }) => put(areas.block, 0, (block) => (block + 1) % blocks.length),
      says: /is counted in another block/,
    },
    {
      why: 'a strand added to',
      change: ({ strands }) => put(strands.incidents, 0, (count) => count + 500),
      says: /do not add up to its areas/,
    },
    {
      why: 'an area added to',
      change: ({ areas }) => put(areas.incidents, 0, (count) => count + 500),
      says: /do not add up to its areas/,
    },
    {
      why: 'a score made greater',
      change: ({ lattice }) => put(lattice.giStar, 0, (z) => z + 1),
      says: /do not follow from the published counts/,
    },
    {
      why: 'a count of the lattice',
      change: ({ lattice }) => put(lattice.incidents, 3, (count) => count + 5),
      says: /do not follow/,
    },
  ])('$why is named', ({ change, says }) => {
    expect(checkBody(changed(change), []).join('\n')).toMatch(new RegExp(says.source, 'm'))
  })

  it('a period that touches an earlier release is named', () => {
    const half = changed((one) => Object.assign(one, { period: '2026-H2', closesAt: '2027-01-01T00:00:00.000Z' }))
    expect(checkBody(half, [body])).toEqual([
      '2026-H2 and 2026-Q3 overlap: subtracting one from the other would reveal the difference.',
    ])
  })
})
