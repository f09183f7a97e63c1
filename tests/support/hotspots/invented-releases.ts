import { createHash } from 'node:crypto'
import { STRAND_IDS } from '../../../app/domain/cases/strand.ts'
import { cellOf } from '../../../app/domain/hotspots/map/cell.ts'
import { WARD_CENTRES } from '../../../app/domain/hotspots/places/ward-centre.ts'
import { type IncidentRow, toIncidents } from '../../../app/domain/hotspots/release/incidents.ts'
import type { ReleaseBody } from '../../../app/domain/hotspots/release/release-body.ts'
import { generator } from '../../../scripts/policy/proof-cases.ts'
import type { World } from '../world.ts'
import { builtOf } from './city.ts'
import { publishedRelease } from './ledger-rows.ts'

export const QUARTERS = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']

/** Two places that always stand out, and one that begins to in the last two quarters. */
const STEADY: (keyof typeof WARD_CENTRES)[] = ['Kensington & Fairfield', 'Toxteth']
const EMERGING: keyof typeof WARD_CENTRES = 'Speke'

/**
 * Releases of these quarters, made of invented incidents as real ones are and written as the portal writes them: about
 * 900 incidents in each.
 */
export async function publishedReleases(world: Pick<World, 'admin'>, periods = QUARTERS): Promise<ReleaseBody[]> {
  const bodies = inventedBodies(periods)
  for (const body of bodies) await publishedRelease(world, body)
  return bodies
}

/** The same without writing them. */
export function inventedBodies(periods = QUARTERS): ReleaseBody[] {
  return periods.map((name, at) => bodyOf(name, at >= periods.length - 2))
}

function bodyOf(name: string, isLate: boolean): ReleaseBody {
  const chance = chanceOf(name)
  const rows: IncidentRow[] = [
    ...STEADY.flatMap((ward) => around(ward, 130, 0.7, chance)),
    ...(isLate ? around(EMERGING, 300, 1.4, chance) : []),
    ...Object.keys(WARD_CENTRES).flatMap((ward) => around(ward as keyof typeof WARD_CENTRES, 8, 2.5, chance)),
    ...Array.from({ length: 60 }, () => incident('online', chance)),
    ...Array.from({ length: 25 }, () => incident('unknown', chance)),
  ]
  return builtOf(toIncidents(rows), name).body
}

function around(ward: keyof typeof WARD_CENTRES, many: number, km: number, chance: () => number): IncidentRow[] {
  const [lat, lng] = WARD_CENTRES[ward]
  return Array.from({ length: many }, () => {
    const off = () => ((chance() + chance() - 1) * km) / 111
    return incident(cellOf({ lat: lat + off(), lng: lng + off() * 1.7 }), chance)
  })
}

function incident(place: IncidentRow['place'], chance: () => number): IncidentRow {
  const strand = STRAND_IDS[Math.floor(chance() ** 2 * 7)] ?? 'race'
  return { place, agency: Math.floor(chance() * 5), person: Math.floor(chance() * 1e6), strand, crime: 0 }
}

/** The same numbers for the same word, each time. */
function chanceOf(word: string): () => number {
  return generator(createHash('sha256').update(word).digest().readInt32LE(0))
}

/** Published crimes of one month, spread over the region: context, as the police would have it. */
export async function publishedCrimes({ admin }: Pick<World, 'admin'>, month = '2026-08-01'): Promise<void> {
  const counts = new Map<string, number>()
  const chance = chanceOf(month)
  for (const ward of Object.keys(WARD_CENTRES) as (keyof typeof WARD_CENTRES)[])
    for (const { place } of around(ward, 40, 2, chance)) counts.set(place, (counts.get(place) ?? 0) + 1)
  const rows = [...counts].map(([cell, crimes]) => {
    return { month, cell: BigInt(`0x${cell}`).toString(), category: 'violent-crime', crimes }
  })
  await admin`insert into street_crime ${admin(rows)}`
}
