import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRows, cellAt, PLACES, rowsOf } from '../../../../tests/support/hotspots/incident-rows.ts'
import { cellsIn, FINEST, resolutionOf, widen } from '../map/cell.ts'
import { isPublishable } from './disclosure-check.ts'
import { type Incidents, toIncidents } from './incidents.ts'
import { type Area, buildAreas } from './ladder.ts'
import { FIRST_RULES, type ReleaseRules } from './release-rules.ts'
import { isOffMap } from './strand-blocks.ts'

const rules = FIRST_RULES
const given = { rules, protectedCells: [] }
const everything = ({ length }: Incidents) => Array.from({ length }, (_, at) => at)
const sizes = (areas: readonly Area[] | null) => areas?.map(({ where, group }) => `${where}: ${group.length}`).sort()
const [first, second] = [cellAt(0), cellAt(1)]

describe('G12: areas', () => {
  it('add up to all incidents, share none, and all pass', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const incidents = toIncidents(rows)
        const areas = buildAreas(incidents, given)
        if (!areas) {
          expect(isPublishable(incidents, everything(incidents), rules)).toBe(false)
          return
        }
        expect(areas.flatMap(({ group }) => group).sort((a, b) => a - b)).toEqual(everything(incidents))
        expect(areas.filter(({ group }) => !isPublishable(incidents, group, rules))).toEqual([])
        expect(new Set(areas.map(({ where }) => where)).size).toBe(areas.length)
      }),
      { numRuns: 200 },
    )
  })

  it('hold the incidents of their own hexagon, but for what was left over', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const incidents = toIncidents(rows)
        const astray = (buildAreas(incidents, given) ?? []).filter(({ where, group }) => {
          const places = group.map((at) => incidents.places[incidents.place[at] ?? 0] ?? '')
          return (
            !isOffMap(where) &&
            places.some(
              (place) => !isOffMap(place) && place !== 'unknown' && widen(place, resolutionOf(where)) !== where,
            )
          )
        })
        // Only the smallest area that may absorb it receives what is left over everywhere.
        expect(astray.length).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('are the same in whatever order incidents come', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const plain = rows.map((row) => ({ ...row, crime: 0 }))
        const areas = (from: typeof rows) => sizes(buildAreas(toIncidents(from), given))
        expect(areas([...plain].reverse())).toEqual(areas(plain))
      }),
    )
  })

  it('are never finer than the rules allow, nor a hexagon of a ward for a place known by its ward alone', () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 5, max: 8 }), (rows, finest) => {
        const strict: ReleaseRules = { ...rules, finest }
        const incidents = toIncidents(rows)
        for (const { where, group } of buildAreas(incidents, { ...given, rules: strict }) ?? []) {
          if (isOffMap(where)) continue
          expect(resolutionOf(where)).toBeLessThanOrEqual(finest)
          const finestOfWards = group.some((at) => incidents.places[incidents.place[at] ?? 0] === PLACES[9])
          if (finestOfWards && widen(PLACES[9] ?? '', 5) === widen(where, 5))
            expect(resolutionOf(where)).toBeLessThanOrEqual(8)
        }
      }),
    )
  })
})

describe('G12: an incident stands', () => {
  it('in the finest hexagon that may be published, what is left around it in the next wider one', () => {
    const rows = rowsOf(
      { place: first, incidents: 12 },
      { place: second, incidents: 6 },
      { place: cellAt(2), incidents: 6 },
    )
    const areas = buildAreas(toIncidents(rows), given)
    expect(sizes(areas)).toEqual([`${widen(first, 7)}: 12`, `${first}: 12`].sort())
    expect(areas?.map(({ rest }) => rest).sort()).toEqual([false, true])
  })

  it('in its ward at the finest, where the ward alone is known', () => {
    const ward = widen(first, 7)
    expect(sizes(buildAreas(toIncidents(rowsOf({ place: ward, incidents: 40 })), given))).toEqual([`${ward}: 40`])
  })

  it('in the next wider hexagon where a place near it is protected, and so do its neighbours', () => {
    const rows = rowsOf({ place: first, incidents: 20 }, { place: second, incidents: 20 })
    const wide = widen(first, 7)
    for (const protectedCell of cellsIn(wide, FINEST))
      expect(sizes(buildAreas(toIncidents(rows), { rules, protectedCells: [protectedCell] }))).toEqual([`${wide}: 40`])
  })

  it('as online or elsewhere where it has no hexagon', () => {
    const rows = rowsOf({ place: 'online', incidents: 15 }, { place: 'unknown', incidents: 11 })
    expect(sizes(buildAreas(toIncidents(rows), given))).toEqual(['elsewhere: 11', 'online: 15'])
  })
})

describe('G12: what is left over', () => {
  it('joins the smallest area that bears it, so that nothing is dropped and nothing shows', () => {
    const far = cellAt(8)
    const rows = rowsOf(
      { place: first, incidents: 30 },
      { place: cellAt(6), incidents: 20 },
      { place: far, incidents: 2 },
    )
    expect(sizes(buildAreas(toIncidents(rows), given))).toEqual([`${cellAt(6)}: 22`, `${first}: 30`].sort())
  })

  it('is no release where all together are too few', () => {
    expect(buildAreas(toIncidents(rowsOf({ place: first, incidents: 9 })), given)).toBeNull()
    expect(buildAreas(toIncidents([]), given)).toBeNull()
  })
})

it('a place with 300,000 incidents is put together like any other', () => {
  const rows = ['online', 'unknown', first].flatMap((place) => rowsOf({ place, incidents: 300_000 }))
  expect(sizes(buildAreas(toIncidents(rows), given))).toEqual(
    ['elsewhere: 300000', 'online: 300000', `${first}: 300000`].sort(),
  )
})
