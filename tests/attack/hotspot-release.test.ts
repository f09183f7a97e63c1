import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { syntheticQuarter } from '../../app/demo/synthetic-incidents.ts'
import { isPinned, publishedSums } from '../../app/domain/hotspots/attack/attack-cells.ts'
import { type Bounds, narrow } from '../../app/domain/hotspots/attack/attacker.ts'
import { attackNaiveMap } from '../../app/domain/hotspots/attack/naive-map.ts'
import { ringAround, widen } from '../../app/domain/hotspots/map/cell.ts'
import { type IncidentRow, type Incidents, toIncidents } from '../../app/domain/hotspots/release/incidents.ts'
import { findPeriod } from '../../app/domain/hotspots/release/period.ts'
import type { ReleaseBody } from '../../app/domain/hotspots/release/release-body.ts'
import { blockOf, isOffMap } from '../../app/domain/hotspots/release/strand-blocks.ts'
import { scoreNeighbourhoods } from '../../app/domain/hotspots/statistics/gi-star.ts'
import { NOBODY, systemOf } from '../../app/domain/partnership/actor.ts'
import { readCountedIncidents } from '../../app/features/hotspots/releases/read-incidents.server.ts'
import { asActor } from '../../db/as-actor.ts'
import { client } from '../../db/schema/case-file.ts'
import { reportedCase } from '../support/cases.ts'
import { solveLinear } from '../support/hotspots/linear-solve.ts'
import { exactBounds } from '../support/hotspots/lp-auditor.ts'
import { asWorker, countIncidents, publishRelease, publishTwoYears, QUARTERS } from '../support/hotspots/releases.ts'
import { openWorld } from '../support/world.ts'

const world = await openWorld()
const agencies = await Promise.all([1, 2, 3, 4, 5].map(() => world.agency()))
const [home] = agencies
if (!home) throw new Error('No agency.')
const coordinator = await world.staff(home, 'coordinator')
const approver = await world.staff(home, 'administrator')
const worker = await world.staff(home, 'case_worker')
const agencyIds = agencies.map(({ agencyId }) => agencyId)

/** Truth and release of each quarter, side by side. */
const quarters: { incidents: Incidents; body: ReleaseBody }[] = []

const listBodies = async () => {
  const rows = await world.admin<{ body: string }[]>`select body from hotspot_release order by opens_at`
  return rows.map(({ body }) => body)
}
const truthOf = (name: string) => {
  const period = findPeriod(name)
  if (!period) throw new Error(`No period ${name}.`)
  return asWorker(world, () => asActor(systemOf(NOBODY), (tx) => readCountedIncidents(tx, period)))
}

beforeAll(async () => {
  await publishTwoYears(world, { coordinator, approver }, agencyIds)
  const bodies = await listBodies()
  for (const [at, period] of QUARTERS.entries())
    quarters.push({ incidents: await truthOf(period), body: JSON.parse(bodies[at] ?? '') as ReleaseBody })
}, 300_000)

const numbersOf = ({ length }: Incidents) => Array.from({ length }, (_, at) => at)
const placeOf = ({ place, places }: Incidents, at: number) => places[place[at] ?? 0] ?? 'unknown'
const hexagonsOf = ({ places }: Incidents) => places.filter((place) => place !== 'online' && place !== 'unknown')

/** The incidents that a published area stands for, derived from what is published and not from how it was built. */
function areaOf(incidents: Incidents, { areas }: ReleaseBody, at: number): string {
  const place = placeOf(incidents, at)
  if (place === 'online' && areas.where.includes('online')) return 'online'
  if (place !== 'online' && place !== 'unknown')
    for (let resolution = 8; resolution >= 5; resolution -= 1) {
      const wider = widen(place, resolution)
      if (areas.where.includes(wider)) return wider
    }
  return areas.where.includes('elsewhere') ? 'elsewhere' : ''
}

/** The published strand of its block that an incident counts in. */
function strandOf(incidents: Incidents, body: ReleaseBody, at: number): string {
  const where = areaOf(incidents, body, at)
  const block = where === '' ? '' : blockOf(where)
  const number = (body.blocks as string[]).indexOf(block)
  const offered = body.strands.strand.filter((_, group) => body.strands.block[group] === number)
  const own = incidents.strands[incidents.strand[at] ?? 0] ?? ''
  const named = (offered as string[]).includes(own) ? own : offered.includes('others') ? 'others' : 'all'
  return `${block} ${named}`
}

describe('the attack on published releases', () => {
  test('1: counts every incident once: what is published adds up to all there are, but for rounding', () => {
    for (const { incidents, body } of quarters) {
      const total = body.areas.incidents.reduce((sum, count) => sum + count, 0)
      expect(Math.abs(total - incidents.length)).toBeLessThanOrEqual((body.areas.where.length * 5) / 2)
      expect(incidents.length).toBeGreaterThan(850)
    }
  })

  test('2: inclusion and exclusion over all releases pins no hexagon by strand to 1 to 9 incidents', () => {
    for (const { incidents, body } of quarters) {
      const known = new Map<string, Bounds>()
      const sums = publishedSums(body, hexagonsOf(incidents), known)
      narrow(known, sums)
      const pinned = [...known].filter(([, bounds]) => isPinned(bounds, body.rules.incidents))
      expect(pinned).toEqual([])
      expect(known.size).toBeGreaterThan(300)
    }
  })

  test('3: nor does linear programming, which finds all that can be known', async () => {
    const last = quarters.at(-1)
    if (!last) throw new Error('No release.')
    const { incidents, body } = last
    for (const block of body.blocks.filter((one) => !isOffMap(one))) {
      const known = new Map<string, Bounds>()
      const cells = hexagonsOf(incidents).filter((cell) => blockOf(cell) === block)
      const sums = publishedSums(body, cells, known).filter(({ whole }) => sumsOf(body, block).has(whole))
      const secrets = [...new Set(sums.flatMap(({ parts }) => parts))]
      const tried = secrets.filter((_, at) => at % Math.ceil(secrets.length / 60) === 0)
      const exact = await exactBounds(known, sums, tried)
      expect([...exact].filter(([, bounds]) => isPinned(bounds, body.rules.incidents))).toEqual([])
      narrow(known, sums)
      // What the patient attacker knows is never sharper than the truth about what can be known.
      for (const [name, { least, most }] of exact) {
        expect(known.get(name)?.least ?? 0).toBeLessThanOrEqual(least + 1e-6)
        expect(known.get(name)?.most ?? 0).toBeGreaterThanOrEqual(most - 1e-6)
      }
    }
  }, 30_000)

  test('4: an agency, or two together, that take their own away never find one or two clients of others', () => {
    let tried = 0
    for (const { incidents, body } of quarters) {
      const byArea = Map.groupBy(numbersOf(incidents), (at) => areaOf(incidents, body, at))
      const byStrand = Map.groupBy(numbersOf(incidents), (at) => strandOf(incidents, body, at))
      for (const group of [...byArea.values(), ...byStrand.values()])
        for (const [a, b] of pairs(5)) {
          const others = group.filter((at) => incidents.agency[at] !== a && incidents.agency[at] !== b)
          const clients = new Set(others.map((at) => incidents.person[at])).size
          expect(clients >= 3 || (clients === 0 && a !== b)).toBe(true)
          tried += 1
        }
    }
    expect(tried).toBeGreaterThan(4_000)
  })

  test('5: scores turned back into counts tell the published counts and nothing beyond', () => {
    const control = { small: 0, recovered: 0 }
    for (const { incidents, body } of quarters) {
      const { cell, giStar, incidents: counts } = body.lattice
      const places = new Map(cell.map((one, at) => [one, at]))
      const neighbours = cell.map((one) =>
        ringAround(one).flatMap((other) => (places.has(other) ? [Number(places.get(other))] : [])),
      )
      const published = invert(giStar, counts, neighbours)
      expect(published).not.toBeNull()
      for (const [at, count] of (published ?? []).entries()) expect(Math.abs(count - (counts[at] ?? 0))).toBeLessThan(2)
      const raw = cell.map(() => 0)
      for (const at of numbersOf(incidents)) {
        const place = placeOf(incidents, at)
        const spot = place === 'online' || place === 'unknown' ? undefined : places.get(widen(place, 7))
        if (spot !== undefined) raw[spot] = (raw[spot] ?? 0) + 1
      }
      const scored = scoreNeighbourhoods(raw, neighbours).giStar.map((z) => Number(z.toFixed(3)))
      const found = invert(scored, raw, neighbours)
      for (const [at, count] of raw.entries()) {
        if (count < 1 || count > 9) continue
        control.small += 1
        if (found && Math.round(found[at] ?? -1) === count) control.recovered += 1
      }
    }
    // Scores of the true counts would have told most of the small ones: this attack works where there is something to find.
    expect(control.recovered * 2).toBeGreaterThan(control.small)
    expect(control.small).toBeGreaterThan(20)
  })

  test('6: a later incident changes no release, and a client who says no is in none to come', async () => {
    const before = await listBodies()
    const { caseId } = await reportedCase(worker, { report: { ward: 'Speke' } })
    const [row] = await world.admin`
      select f.client_id, k.person, k.recorded_at from case_file f join incident i using (agency_id, case_id)
      join counted_incident k using (agency_id, incident_id) where f.case_id = ${caseId}`
    expect(row?.person).toBeDefined()
    await countIncidents(coordinator, agencyIds, {
      period: '2026-Q3',
      incidents: syntheticQuarter({ quarter: 9, quarters: 8, incidents: 50, agencies: 5 }),
    })
    await asActor(systemOf(home.agencyId), (tx) =>
      tx
        .update(client)
        .set({ counted: false })
        .where(eq(client.clientId, String(row?.client_id))),
    )
    const left = await world.admin`select 1 from counted_incident where person = ${String(row?.person)}`
    expect(left).toHaveLength(0)
    expect(await listBodies()).toEqual(before)
    await expect(publishRelease(world, { coordinator, approver }, '2026-Q3')).rejects.toThrow('published')
  })

  test('7: no place finer than the rules, and no coordinate, is in any release', async () => {
    for (const body of await listBodies()) {
      expect(body).not.toMatch(/8[9a-f][0-9a-f]{13}/)
      expect(body).not.toMatch(/-?[23]\.\d{4,}|53\.\d{4,}/)
    }
  })

  test('8: the same attacker recovers most of what a map hides that hides small counts when asked', () => {
    const found = attackNaiveMap(mergedOf(quarters.map(({ incidents }) => incidents)))
    expect(found.wrong).toBe(0)
    expect(found.recovered / found.hidden).toBeGreaterThan(0.5)
    expect(found.hidden).toBeGreaterThan(2_000)
  }, 30_000)
})

function pairs(agencyCount: number): [number, number][] {
  const all = Array.from({ length: agencyCount }, (_, at) => at)
  return all.flatMap((a) => all.filter((b) => b >= a).map((b): [number, number] => [a, b]))
}

function sumsOf({ areas, blocks, strands }: ReleaseBody, block: string): Set<string> {
  const number = (blocks as string[]).indexOf(block)
  return new Set([
    ...areas.where.filter((_, at) => areas.block[at] === number).map((where) => `area ${where}`),
    ...strands.strand.filter((_, at) => strands.block[at] === number).map((strand) => `strand ${block} ${strand}`),
  ])
}

/** Solves for the counts behind scores, mean and spread being known, as they are when the counts are published. */
function invert(scores: readonly number[], counts: readonly number[], neighbours: readonly (readonly number[])[]) {
  const n = counts.length
  const mean = counts.reduce((sum, count) => sum + count, 0) / n
  const spread = Math.sqrt(counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / n)
  const rows = neighbours.map((around, at) =>
    counts.map((_, other) => (other === at || around.includes(other) ? 1 : 0)),
  )
  const sums = neighbours.map((around, at) => {
    const weight = around.length + 1
    return weight * mean + (scores[at] ?? 0) * spread * Math.sqrt((n * weight - weight * weight) / (n - 1))
  })
  return solveLinear(rows, sums)
}

function mergedOf(all: Incidents[]): Incidents {
  const rows = all.flatMap((incidents) =>
    numbersOf(incidents).map(
      (at): IncidentRow => ({
        place: placeOf(incidents, at),
        agency: incidents.agency[at] ?? 0,
        person: incidents.person[at] ?? 0,
        strand: incidents.strands[incidents.strand[at] ?? 0] ?? '',
        crime: 0,
      }),
    ),
  )
  return toIncidents(rows)
}
