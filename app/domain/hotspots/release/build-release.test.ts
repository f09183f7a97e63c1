import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtOf, cityQuarter, givenOf } from '../../../../tests/support/hotspots/city.ts'
import { anyRows, rowsOf } from '../../../../tests/support/hotspots/incident-rows.ts'
import { buildRelease, summarise } from './build-release.ts'
import { toIncidents } from './incidents.ts'
import { checkBody } from './verify-release.ts'

const given = givenOf('2026-Q3')
const city = cityQuarter(0)
const { body, areas } = builtOf(city)

describe('G12: a release', () => {
  it('is the same to the byte when it is built again', () => {
    expect(JSON.stringify(builtOf(cityQuarter(0)).body)).toBe(JSON.stringify(body))
  })

  it('is the same to the byte in whatever order incidents come', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const bodyOf = (from: typeof rows) => JSON.stringify(buildRelease(toIncidents(from), given)?.body)
        expect(bodyOf([...rows].reverse())).toBe(bodyOf(rows))
      }),
    )
  })

  it('passes its own check whatever it is made of', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const built = buildRelease(toIncidents(rows), given)
        expect(built ? checkBody(built.body, []) : []).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('counts every incident once, in numbers that are rounded', () => {
    expect(areas.reduce((sum, { group }) => sum + group.length, 0)).toBe(city.length)
    const all = [...body.areas.incidents, ...body.strands.incidents]
    expect(all.filter((count) => count % 5 !== 0 || count < 10)).toEqual([])
  })

  it('holds no group, no agency and no client', () => {
    expect(Object.keys(body).sort()).toEqual([
      'areas',
      'blocks',
      'closesAt',
      'format',
      'lattice',
      'opensAt',
      'period',
      'ruleVersion',
      'rules',
      'strands',
    ])
    expect(Object.keys(body.areas).sort()).toEqual(['block', 'incidents', 'rest', 'where'])
  })

  it('is none where there are too few incidents for one number', () => {
    expect(buildRelease(toIncidents(rowsOf({ place: 'online', incidents: 9 })), given)).toBeNull()
  })
})

it('what two people agree to is summed up without the number of any area', () => {
  const summary = summarise(body, 4321)
  expect(summary).toMatchObject({
    areas: body.areas.where.length,
    strandGroups: body.strands.strand.length,
    bytes: 4321,
  })
  expect(Math.abs(summary.incidents - city.length)).toBeLessThan(60)
  expect(summary.atEight).toBeLessThanOrEqual(summary.atSevenOrFiner)
  expect(summary.atSevenOrFiner).toBeLessThanOrEqual(summary.onTheMap)
})
