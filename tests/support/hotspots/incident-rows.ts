import fc from 'fast-check'
import { type Cell, cellOf, cellsIn, widen } from '../../../app/domain/hotspots/map/cell.ts'
import type { CountedPlace, IncidentRow } from '../../../app/domain/hotspots/release/incidents.ts'

const MIDDLE = cellOf({ lat: 53.41, lng: -2.95 })
const FAR_OFF = cellOf({ lat: 53.65, lng: -3.0 })

/** Neighbours and strangers, so that groups pass at every level; one place known by its ward alone, and no place. */
export const PLACES: CountedPlace[] = [
  ...cellsIn(widen(MIDDLE, 7), 8).slice(0, 3),
  ...cellsIn(widen(MIDDLE, 6), 8).slice(20, 23),
  ...cellsIn(widen(MIDDLE, 5), 8).slice(300, 302),
  FAR_OFF,
  widen(MIDDLE, 7),
  'online',
  'unknown',
]

/** So many incidents in one place, of as many clients in turn. */
export interface Cluster {
  place: CountedPlace
  incidents: number
  clients?: number
  /** Numbers of agencies, in turn. */
  agencies?: readonly number[]
  strand?: string
}

let clients = 0

/** Incidents of clients nobody else has. */
export function rowsOf(...clusters: Cluster[]): IncidentRow[] {
  return clusters.flatMap(({ place, incidents, clients: many = incidents, agencies = [0, 1, 2], strand = 'race' }) => {
    const first = clients
    clients += many
    return Array.from({ length: incidents }, (_, at) => ({
      place,
      agency: agencies[(at % many) % agencies.length] ?? 0,
      person: first + (at % many),
      strand,
      crime: 0,
    }))
  })
}

export const cellAt = (number: number): Cell => PLACES[number] as Cell

const cluster = fc.record({
  place: fc.constantFrom(...PLACES),
  incidents: fc.integer({ min: 1, max: 24 }),
  agency: fc.nat({ max: 4 }),
  spread: fc.nat({ max: 2 }),
  firstClient: fc.nat({ max: 60 }),
  clients: fc.integer({ min: 1, max: 9 }),
  strand: fc.constantFrom('race', 'race', 'religion', 'disability', 'transgender', 'no such strand'),
  crime: fc.nat({ max: 8 }),
})

/** Some hundred incidents of five agencies that share clients and crimes, crowded enough that some groups pass. */
export const anyRows: fc.Arbitrary<IncidentRow[]> = fc.array(cluster, { minLength: 1, maxLength: 30 }).map((clusters) =>
  clusters.flatMap(({ place, incidents, agency, spread, firstClient, clients: many, strand, crime }, number) =>
    Array.from({ length: incidents }, (_, at) => ({
      place,
      agency: (agency + (at % (spread + 1))) % 5,
      person: firstClient + (at % many),
      strand,
      // One crime in a few is held by the same place's incidents of several agencies.
      crime: at === 0 && crime > 0 ? crime + 10 * (number % 3) : 0,
    })),
  ),
)
