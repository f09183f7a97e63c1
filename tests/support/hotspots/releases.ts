import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type SyntheticIncident, syntheticQuarter } from '../../../app/demo/synthetic-incidents.ts'
import { placeIncident } from '../../../app/domain/hotspots/places/place.ts'
import { findPeriod } from '../../../app/domain/hotspots/release/period.ts'
import { askRelease } from '../../../app/features/hotspots/releases/ask-release.server.ts'
import { buildAskedReleases } from '../../../app/features/hotspots/releases/build-asked-releases.server.ts'
import { decideRelease } from '../../../app/features/hotspots/releases/decide-release.server.ts'
import { proposeRelease } from '../../../app/features/hotspots/releases/propose-release.server.ts'
import { asActor, closePool, openPool } from '../../../db/as-actor.ts'
import { contextKey } from '../../../db/derived-secrets.ts'
import { allowed } from '../cases.ts'
import { asking, MONDAY_MORNING, type Person, type World } from '../world.ts'

/** The eight quarters before the tests' today, the oldest first. */
export const QUARTERS = ['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']

/** Runs something as the worker would: with its login, which alone may read what releases are made of. */
export async function asWorker<Value>(world: World, fn: () => Promise<Value>): Promise<Value> {
  const { appUrl, workerUrl, secret } = world.database
  await closePool()
  openPool({ url: workerUrl, contextKey: contextKey(secret), max: 2 })
  try {
    return await fn()
  } finally {
    await closePool()
    openPool({ url: appUrl, contextKey: contextKey(secret) })
  }
}

/** Hands incidents in as an import does; each counts in the middle of the quarter given. */
export async function countIncidents(
  coordinator: Person,
  agencyIds: readonly string[],
  { period, incidents }: { period: string; incidents: readonly SyntheticIncident[] },
): Promise<void> {
  const opensAt = findPeriod(period)?.opensAt ?? MONDAY_MORNING
  const day = new Date(opensAt.getTime() + 30 * 86_400_000).toISOString()
  for (const [number, agencyId] of agencyIds.entries()) {
    const own = incidents.filter(({ agency }) => agency % agencyIds.length === number)
    const places = own.map(({ point, ward, online }) =>
      placeIncident({ point: point && { ...point, by: 'map' }, ward, online }),
    )
    await asActor(coordinator.actor, (tx) =>
      tx.execute(sql`select * from app.import_incidents(${agencyId}, ${randomUUID()},
        ${listOf(own.map(({ reference }) => reference))}::text[],
        ${listOf(places.map(({ cell }) => (cell ? String(BigInt(`0x${cell}`)) : null)))}::bigint[],
        ${listOf(places.map(({ placeBy }) => String(placeBy === 'online')))}::boolean[],
        ${listOf(own.map(({ client }) => client))}::text[], ${listOf(own.map(({ strand }) => strand))}::text[],
        ${listOf(own.map(({ crimeReference }) => crimeReference))}::text[], ${listOf(own.map(() => day))}::timestamptz[])`),
    )
  }
}

/** An array as PostgreSQL writes one: the query builder would spread it over as many parameters. */
function listOf(values: readonly (string | null)[]): string {
  return `{${values.map((value) => (value === null ? 'NULL' : JSON.stringify(value))).join(',')}}`
}

export interface Releasers {
  coordinator: Person
  /** The second person, who agrees. */
  approver: Person
}

/** A release from asking to publishing, through the use cases. */
export async function publishRelease(world: World, { coordinator, approver }: Releasers, period: string) {
  const { releaseId } = allowed(await askRelease(asking(coordinator), { period }))
  await asWorker(world, buildAskedReleases)
  allowed(await proposeRelease(asking(coordinator), { releaseId }))
  allowed(await decideRelease(asking(approver), { releaseId, decision: 'approve', note: '' }))
  return releaseId
}

/** Two invented years of a city, counted and published. */
export async function publishTwoYears(
  world: World,
  releasers: Releasers,
  agencyIds: readonly string[],
  incidents = 900,
) {
  for (const [quarter, period] of QUARTERS.entries()) {
    const made = syntheticQuarter({ quarter, quarters: QUARTERS.length, incidents, agencies: agencyIds.length })
    await countIncidents(releasers.coordinator, agencyIds, { period, incidents: made })
  }
  for (const period of QUARTERS) await publishRelease(world, releasers, period)
}
