import { createHash } from 'node:crypto'
import { asc, inArray } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { asMapReader } from '../../../../db/as-map-reader.ts'
import { hotspotRelease } from '../../../../db/schema/hotspot.ts'
import type { ReleaseBody } from '../../../domain/hotspots/release/release-body.ts'

export interface ReleaseHead {
  releaseId: string
  number: number
  period: string
  sha256: string
  closesAt: Date
  publishedAt: Date
}

/** Bodies never change, so each is parsed once. The cache holds twelve years of quarters. */
const kept = new LRUCache<string, ReleaseBody>({ max: 48 })

/** All published releases, in the order of their periods. */
export function listReleases(): Promise<ReleaseHead[]> {
  const { releaseId, number, period, sha256, closesAt, publishedAt } = hotspotRelease
  return asMapReader((db) =>
    db
      .select({ releaseId, number, period, sha256, closesAt, publishedAt })
      .from(hotspotRelease)
      .orderBy(asc(hotspotRelease.opensAt)),
  )
}

export async function readBodies(heads: readonly ReleaseHead[]): Promise<ReleaseBody[]> {
  const known = new Map(heads.map(({ releaseId }) => [releaseId, kept.get(releaseId)]))
  const missing = [...known.keys()].filter((releaseId) => !known.get(releaseId))
  if (missing.length > 0) {
    const rows = await asMapReader((db) =>
      db
        .select({ releaseId: hotspotRelease.releaseId, body: hotspotRelease.body })
        .from(hotspotRelease)
        .where(inArray(hotspotRelease.releaseId, missing)),
    )
    for (const { releaseId, body } of rows) known.set(releaseId, JSON.parse(body) as ReleaseBody)
    for (const [releaseId, body] of known) kept.set(releaseId, body)
  }
  return heads.flatMap(({ releaseId }) => known.get(releaseId) ?? [])
}

/** The release of a period and all before it, oldest first; without a period, up to the newest. */
export function upTo(heads: readonly ReleaseHead[], period: string | null): ReleaseHead[] {
  const at = period ? heads.findIndex((head) => head.period === period) : heads.length - 1
  return heads.slice(0, at + 1)
}

/** A key for exactly these releases, for caching what is calculated from them. */
export function markOf(heads: readonly ReleaseHead[]): string {
  const hash = createHash('sha256')
  for (const { sha256 } of heads) hash.update(sha256)
  return hash.digest('hex').slice(0, 16)
}
