import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRows, cellAt, rowsOf } from '../../../../tests/support/hotspots/incident-rows.ts'
import { isPublishable, measureGroup } from './disclosure-check.ts'
import { type IncidentRow, type Incidents, toIncidents } from './incidents.ts'
import { FIRST_RULES } from './release-rules.ts'

const everything = ({ length }: Incidents) => Array.from({ length }, (_, at) => at)

/** The same by brute force: takes away what each one or two agencies hold and counts who is left. */
function bruteStanding(incidents: Incidents, group: readonly number[]) {
  const holdersOf = (at: number) => [incidents.agency[at], ...(incidents.alsoHeldBy.get(at) ?? [])]
  const who = (at: number) => incidents.person[at]
  const agencies = [...new Set(group.flatMap(holdersOf))]
  const residuals = agencies
    .flatMap((a) => agencies.map((b) => [a, b]))
    .map((gone) => ({
      isOne: gone[0] === gone[1],
      left: new Set(group.filter((at) => !holdersOf(at).some((one) => gone.includes(one))).map(who)).size,
    }))
    .flatMap(({ isOne, left }) => (isOne || left > 0 ? [left] : []))
  const clients = new Set(group.map(who))
  const most = [...clients].map((client) => group.filter((at) => who(at) === client).length)
  return {
    incidents: group.length,
    clients: clients.size,
    mostOfOne: Math.max(0, ...most),
    leastResidual: Math.min(Number.POSITIVE_INFINITY, ...residuals),
  }
}

describe('what a group is', () => {
  it('agrees with taking incidents away one agency, and one pair, after the other', () => {
    fc.assert(
      fc.property(anyRows, fc.infiniteStream(fc.boolean()), (rows, chosen) => {
        const incidents = toIncidents(rows)
        const group = everything(incidents).filter(() => chosen.next().value)
        expect(measureGroup(incidents, group)).toEqual(bruteStanding(incidents, group))
      }),
      { numRuns: 300 },
    )
  })

  it('counts a client whom two agencies know as gone only when both take their own away', () => {
    const rows: IncidentRow[] = [
      { place: cellAt(0), agency: 0, person: 1, strand: 'race', crime: 0 },
      { place: cellAt(0), agency: 1, person: 1, strand: 'race', crime: 0 },
      { place: cellAt(0), agency: 0, person: 2, strand: 'race', crime: 0 },
    ]
    const incidents = toIncidents(rows)
    expect(measureGroup(incidents, everything(incidents)).leastResidual).toBe(1)
  })

  it('counts an incident that two agencies hold as gone when either takes its own away', () => {
    const shared = [0, 1].map(
      (agency): IncidentRow => ({ place: 'online', agency, person: 5, strand: 'race', crime: 9 }),
    )
    const others = rowsOf({ place: 'online', incidents: 4, agencies: [2] })
    const incidents = toIncidents([...shared, ...others])
    expect(measureGroup(incidents, everything(incidents))).toMatchObject({ incidents: 5, clients: 5, leastResidual: 1 })
  })
})

describe('G12: a group is published', () => {
  it.each([
    { incidents: 10, clients: 10, agencies: [0, 1, 2], may: true, why: 'ten of ten clients and three agencies' },
    { incidents: 9, clients: 9, agencies: [0, 1, 2], may: false, why: 'nine incidents' },
    { incidents: 12, clients: 4, agencies: [0], may: false, why: 'four clients' },
    {
      incidents: 10,
      clients: 5,
      agencies: [0],
      may: false,
      why: 'one agency alone, which would know by its being hidden that others are there',
    },
    {
      incidents: 10,
      clients: 10,
      agencies: [0, 1],
      may: true,
      why: 'two agencies that hold all between them',
    },
    {
      incidents: 10,
      clients: 10,
      agencies: [0, 0, 0, 0, 1],
      may: false,
      why: 'one agency is left with two of the other',
    },
    {
      incidents: 30,
      clients: 30,
      agencies: [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 2],
      may: false,
      why: 'two agencies are left with two of a third',
    },
  ])('$may: $why', ({ incidents: many, clients, agencies, may }) => {
    const incidents = toIncidents(rowsOf({ place: 'online', incidents: many, clients, agencies }))
    expect(isPublishable(incidents, everything(incidents), FIRST_RULES)).toBe(may)
  })

  it('only when no client is more than half of it', () => {
    const rows = (of: number) => [
      ...rowsOf({ place: 'online', incidents: of, clients: 1, agencies: [0] }),
      ...rowsOf({ place: 'online', incidents: 10, agencies: [0, 1, 2] }),
    ]
    const may = (of: number) => isPublishable(toIncidents(rows(of)), everything(toIncidents(rows(of))), FIRST_RULES)
    expect([may(10), may(11)]).toEqual([true, false])
  })
})

it('G12: groups that pass also pass together, so that no sum of published numbers tells more than they do', () => {
  const cut = fc.array(fc.nat({ max: 3 }), { minLength: 400, maxLength: 400 })
  let tried = 0
  fc.assert(
    fc.property(anyRows, cut, (rows, groupOf) => {
      const incidents = toIncidents(rows)
      const groups = [0, 1, 2, 3].map((one) => everything(incidents).filter((at) => groupOf[at % 400] === one))
      const passing = groups.filter((group) => isPublishable(incidents, group, FIRST_RULES))
      if (passing.length > 1) tried += 1
      if (passing.length > 0) expect(isPublishable(incidents, passing.flat(), FIRST_RULES)).toBe(true)
    }),
    { numRuns: 300 },
  )
  expect(tried).toBeGreaterThan(20)
})
