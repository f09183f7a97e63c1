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

/** Whose own systems are elsewhere, so that they hand their incidents in as files. */
const HANDING_IN: readonly AgencyKey[] = ['constabulary', 'harthill', 'northgate', 'beacon', 'granby']
const QUARTERS = 9
const A_QUARTER = 900
const A_YEAR_MS = 366 * 86_400_000

/** Nine quarters of a city as five agencies hand them in; the newest is over. */
export async function handInHistory(now: Date): Promise<void> {
  const ask = askAt({ now }, chanceOf('the map'))
  const told = quartersOf(now).map((period, quarter) => ({ period, incidents: invented(quarter) }))
  for (const [number, key] of HANDING_IN.entries()) {
    const lines = told.flatMap(({ period, incidents }) =>
      incidents
        .filter(({ agency }) => agency === number)
        .map((incident, at) => csvLine(incident, dayWithin(period, at))),
    )
    const source = [Buffer.from([HEADER, ...lines, ''].join('\n'))]
    valueOrThrow(await importIncidents(ask(PEOPLE.marcus), { agencyId: AGENCIES[key].agencyId, source, dryRun: false }))
  }
}

/** Asks for the release of each quarter; the worker builds them. */
export async function askForHistory(now: Date): Promise<string[]> {
  const ask = askAt({ now }, chanceOf('the releases'))
  const asked: string[] = []
  for (const { name } of quartersOf(now))
    asked.push(valueOrThrow(await askRelease(ask(PEOPLE.marcus), { period: name })).releaseId)
  return asked
}

/** Marcus proposes all of them; Tomasz has agreed to all but the newest, which waits for him. */
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

function invented(quarter: number): SyntheticIncident[] {
  return syntheticQuarter({ quarter, quarters: QUARTERS, incidents: A_QUARTER, agencies: HANDING_IN.length })
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
