import { type Period, quartersBefore } from '../domain/hotspots/release/period.ts'
import { londonDayOf } from '../domain/time/calendar-day.ts'
import { importIncidents } from '../features/hotspots/imports/import-incidents.server.ts'
import { askRelease } from '../features/hotspots/releases/ask-release.server.ts'
import { decideRelease } from '../features/hotspots/releases/decide-release.server.ts'
import { proposeRelease } from '../features/hotspots/releases/propose-release.server.ts'
import { AGENCIES, type AgencyKey } from './agencies.ts'
import { askAt, valueOrThrow } from './ask.ts'
import { chanceOf } from './chance.ts'
import { PEOPLE } from './people.ts'
import { type SyntheticIncident, syntheticQuarter } from './synthetic-incidents.ts'

/** Agencies that use systems of their own and import their incidents as files. */
const IMPORTING_AGENCIES: readonly AgencyKey[] = ['constabulary', 'harthill', 'northgate', 'beacon', 'granby']
const QUARTERS = 9
const A_QUARTER = 900
const A_YEAR_MS = 366 * 86_400_000

/** Imports nine quarters of incidents, as files from five agencies. The newest quarter is over. */
export async function importHistory(now: Date): Promise<void> {
  const ask = askAt({ now }, chanceOf('the map'))
  const quarters = quartersOf(now).map((period, quarter) => ({ period, incidents: inventIncidents(quarter) }))
  for (const [number, key] of IMPORTING_AGENCIES.entries()) {
    const lines = quarters.flatMap(({ period, incidents }) =>
      incidents
        .filter(({ agency }) => agency === number)
        .map((incident, at) => csvLine(incident, dayWithin(period, at))),
    )
    const source = [Buffer.from([HEADER, ...lines, ''].join('\n'))]
    valueOrThrow(await importIncidents(ask(PEOPLE.marcus), { agencyId: AGENCIES[key].agencyId, source, dryRun: false }))
  }
}

/** Requests a release for each quarter, for the worker to build. @returns the ids of the releases */
export async function askForHistory(now: Date): Promise<string[]> {
  const ask = askAt({ now }, chanceOf('the releases'))
  const releaseIds: string[] = []
  for (const { name } of quartersOf(now))
    releaseIds.push(valueOrThrow(await askRelease(ask(PEOPLE.marcus), { period: name })).releaseId)
  return releaseIds
}

/** Marcus proposes every release and Tomasz approves all but the newest, which waits for him. */
export async function publishHistory(now: Date, releaseIds: readonly string[]): Promise<void> {
  const ask = askAt({ now }, chanceOf('the ledger'))
  for (const [at, releaseId] of releaseIds.entries()) {
    valueOrThrow(await proposeRelease(ask(PEOPLE.marcus), { releaseId }))
    if (at === releaseIds.length - 1) continue
    valueOrThrow(await decideRelease(ask(PEOPLE.tomasz), { releaseId, decision: 'approve', note: '' }))
  }
}

function quartersOf(now: Date): Period[] {
  return quartersBefore(now, londonDayOf(new Date(now.getTime() - 3 * A_YEAR_MS)))
    .slice(0, QUARTERS)
    .reverse()
}

function inventIncidents(quarter: number): SyntheticIncident[] {
  return syntheticQuarter({ quarter, quarters: QUARTERS, incidents: A_QUARTER, agencies: IMPORTING_AGENCIES.length })
}

const HEADER = 'reference,recorded_on,strand,client,place,ward,postcode,lat,lng,crime_reference'

function csvLine({ reference, client, strand, point, ward, online }: SyntheticIncident, day: string): string {
  const place = online ? 'online' : point ? 'point' : ward ? 'ward' : 'unknown'
  const where = point ? ['', '', point.lat.toFixed(6), point.lng.toFixed(6)] : [ward ?? '', '', '', '']
  return [reference, day, strand, client, place, ...where, ''].join(',')
}

function dayWithin({ opensAt }: Period, at: number): string {
  return londonDayOf(new Date(opensAt.getTime() + (1 + (at % 85)) * 86_400_000))
}
