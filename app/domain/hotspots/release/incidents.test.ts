import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRows } from '../../../../tests/support/hotspots/incident-rows.ts'
import { type IncidentRow, type Incidents, toIncidents } from './incidents.ts'

const row = (given: Partial<IncidentRow>): IncidentRow => ({
  place: 'online',
  agency: 0,
  person: 1,
  strand: 'race',
  crime: 0,
  ...given,
})

const readBack = (incidents: Incidents) =>
  Array.from({ length: incidents.length }, (_, at) => ({
    place: incidents.places[incidents.place[at] ?? -1],
    strand: incidents.strands[incidents.strand[at] ?? -1],
    agency: incidents.agency[at],
    holders: [incidents.agency[at], ...(incidents.alsoHeldBy.get(at) ?? [])],
  }))

describe('incidents as columns', () => {
  it('one crime that three agencies hold is counted once, by the lowest, and all who hold it are known', () => {
    const incidents = toIncidents([2, 0, 4].map((agency) => row({ agency, person: agency, crime: 77 })))
    expect(readBack(incidents)).toMatchObject([{ agency: 0, holders: [0, 2, 4] }])
  })

  it('one agency that tells of a crime twice holds it once', () => {
    const incidents = toIncidents([row({ crime: 7 }), row({ crime: 7 }), row({ crime: 7, agency: 1 })])
    expect(readBack(incidents).map(({ holders }) => holders)).toEqual([[0, 1]])
  })

  it('incidents without a crime are all counted, however alike', () => {
    expect(toIncidents([row({}), row({}), row({ agency: 1 })]).length).toBe(3)
  })

  it('tell clients apart, whatever their numbers', () => {
    const people = [9007199254740991, 1, 9007199254740991, 0]
    const { person } = toIncidents(people.map((one) => row({ person: one })))
    const seen = Array.from(person)
    expect(seen.map((one) => seen.indexOf(one))).toEqual([0, 1, 0, 3])
  })

  it('of one crime each victim counts, in the agency that counts for it', () => {
    const incidents = toIncidents([
      row({ crime: 7, person: 1 }),
      row({ crime: 7, person: 2 }),
      row({ crime: 7, person: 9, agency: 1 }),
    ])
    expect(readBack(incidents).map(({ holders }) => holders)).toEqual([
      [0, 1],
      [0, 1],
    ])
  })

  it('keep every incident without a crime, and of each crime the victims of one agency', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const crimes = Map.groupBy(
          rows.filter(({ crime }) => crime !== 0),
          ({ crime }) => crime,
        )
        const victims = [...crimes.values()].map((all) => {
          const lowest = Math.min(...all.map(({ agency }) => agency))
          return new Set(all.filter(({ agency }) => agency === lowest).map(({ person }) => person)).size
        })
        const plain = rows.filter(({ crime }) => crime === 0)
        const incidents = toIncidents(rows)
        expect(incidents.length).toBe(victims.reduce((sum, one) => sum + one, plain.length))
        const count = <Key>(keys: Key[]) => [...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length])
        if (crimes.size === 0)
          expect(count(readBack(incidents).map(({ place }) => place)).sort()).toEqual(
            count(rows.map(({ place }) => place)).sort(),
          )
      }),
    )
  })

  it('say the same of crimes in whatever order they come', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const held = (from: IncidentRow[]) =>
          readBack(toIncidents(from))
            .map((one) => JSON.stringify(one))
            .sort()
        expect(held([...rows].reverse())).toEqual(held(rows))
      }),
    )
  })
})
