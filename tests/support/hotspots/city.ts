import { syntheticQuarter } from '../../../app/demo/synthetic-incidents.ts'
import type { LatLng } from '../../../app/domain/hotspots/map/cell.ts'
import { placeIncident } from '../../../app/domain/hotspots/places/place.ts'
import { type BuildGiven, type BuiltRelease, buildRelease } from '../../../app/domain/hotspots/release/build-release.ts'
import { type Incidents, toIncidents } from '../../../app/domain/hotspots/release/incidents.ts'
import { findPeriod } from '../../../app/domain/hotspots/release/period.ts'
import { FIRST_RULES } from '../../../app/domain/hotspots/release/release-rules.ts'

/** A quarter of an invented city, as it is counted. */
export function cityQuarter(quarter: number, incidents = 900, points?: readonly LatLng[]): Incidents {
  const made = syntheticQuarter({ quarter, quarters: 8, incidents, agencies: 5, ...(points ? { points } : {}) })
  const people = new Map<string, number>()
  return toIncidents(
    made.map(({ agency, client, strand, point, ward, online }) => {
      const { cell, placeBy } = placeIncident({ point: point && { ...point, by: 'map' }, ward, online })
      if (!people.has(client)) people.set(client, people.size)
      return {
        place: cell ?? (placeBy === 'online' ? 'online' : 'unknown'),
        agency,
        person: people.get(client) ?? 0,
        strand,
        crime: 0,
      }
    }),
  )
}

export function givenOf(name: string): BuildGiven {
  const period = findPeriod(name)
  if (!period) throw new Error(`No period ${name}.`)
  return { period, rules: FIRST_RULES, ruleVersion: 1, protectedCells: [] }
}

export function builtOf(incidents: Incidents, name = '2026-Q3'): BuiltRelease {
  const built = buildRelease(incidents, givenOf(name))
  if (!built) throw new Error('Too few incidents for a release.')
  return built
}
