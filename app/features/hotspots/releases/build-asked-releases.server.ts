import { createHash } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { asActor, keepActing, type Tx } from '../../../../db/as-actor.ts'
import {
  hotspotBody,
  hotspotDraft,
  hotspotRelease,
  protectedPlace,
  releaseRule,
} from '../../../../db/schema/hotspot.ts'
import { auditRelease } from '../../../domain/hotspots/release/audit-release.ts'
import { buildRelease, summarise } from '../../../domain/hotspots/release/build-release.ts'
import type { ReleaseBody } from '../../../domain/hotspots/release/release-body.ts'
import { NOBODY, systemOf } from '../../../domain/partnership/actor.ts'
import { allowLongWrite } from './long-write.server.ts'
import { readCountedIncidents } from './read-incidents.server.ts'

class Unbuildable extends Error {
  readonly releaseId: string
  constructor(releaseId: string, cause: unknown) {
    super('A release could not be built.', { cause })
    this.releaseId = releaseId
  }
}

/**
 * Builds and attacks every requested release. Runs as the worker's login; several may run at the same time.
 * @throws the first failure, after all others are built; a release that cannot be built is marked as failed and does
 * not hold up the others
 */
export async function buildAskedReleases(): Promise<{ built: string[] }> {
  const built: string[] = []
  let failure: Unbuildable | undefined
  for (;;) {
    try {
      const releaseId = await asActor(systemOf(NOBODY), buildNext)
      if (releaseId === null) break
      built.push(releaseId)
    } catch (error) {
      if (!(error instanceof Unbuildable)) throw error
      failure ??= error
      await markFailed(error)
    }
  }
  if (failure) throw failure
  return { built }
}

async function markFailed({ releaseId }: Unbuildable): Promise<void> {
  const own = and(eq(hotspotDraft.releaseId, releaseId), eq(hotspotDraft.state, 'asked'))
  await asActor(systemOf(NOBODY), (tx) =>
    tx.update(hotspotDraft).set({ state: 'failed', builtAt: new Date() }).where(own),
  )
}

/** Builds one draft in one transaction, so that no release is half built. Returns null if none is waiting. */
async function buildNext(tx: Tx): Promise<string | null> {
  const [draft] = await tx
    .select()
    .from(hotspotDraft)
    .where(eq(hotspotDraft.state, 'asked'))
    .orderBy(hotspotDraft.askedAt)
    .limit(1)
    .for('update', { skipLocked: true })
  if (!draft) return null
  try {
    return await build(tx, draft)
  } catch (error) {
    throw new Unbuildable(draft.releaseId, error)
  }
}

async function build(tx: Tx, draft: typeof hotspotDraft.$inferSelect): Promise<string> {
  const { releaseId, ruleVersion } = draft
  // A quarter of ten million incidents takes long to read, and longer to attack.
  await allowLongWrite(tx)
  const incidents = await readCountedIncidents(tx, { name: draft.period, ...draft })
  const [[rule], places, earlier] = await Promise.all([
    tx.select({ rules: releaseRule.rules }).from(releaseRule).where(eq(releaseRule.version, ruleVersion)),
    tx.select({ cell: protectedPlace.cell }).from(protectedPlace).where(isNull(protectedPlace.removedAt)),
    tx.select({ body: hotspotRelease.body }).from(hotspotRelease),
  ])
  if (!rule) throw new Error('A draft names the rules it is built by.')
  const period = { name: draft.period, opensAt: draft.opensAt, closesAt: draft.closesAt }
  const protectedCells = places.map(({ cell }) => cell)
  const built = buildRelease(incidents, { rules: rule.rules, ruleVersion, period, protectedCells })
  const own = and(eq(hotspotDraft.releaseId, releaseId), eq(hotspotDraft.state, 'asked'))
  if (!built) {
    await tx.update(hotspotDraft).set({ state: 'too_few', builtAt: new Date() }).where(own)
    return releaseId
  }
  const body = JSON.stringify(built.body)
  const attackReport = auditRelease(
    incidents,
    built,
    earlier.map((one) => JSON.parse(one.body) as ReleaseBody),
  )
  await keepActing(tx, systemOf(NOBODY))
  await tx.insert(hotspotBody).values({ releaseId, body })
  const sha256 = createHash('sha256').update(body).digest('hex')
  const summary = summarise(built.body, Buffer.byteLength(body))
  await tx.update(hotspotDraft).set({ state: 'built', builtAt: new Date(), sha256, summary, attackReport }).where(own)
  return releaseId
}
