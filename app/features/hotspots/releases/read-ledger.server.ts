import { asc, eq } from 'drizzle-orm'
import { asActor } from '../../../../db/as-actor.ts'
import { hotspotRelease } from '../../../../db/schema/hotspot.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'

/** Every published release, in the order of publication. */
export function readLedger(actor: Actor): Promise<(typeof hotspotRelease.$inferSelect)[]> {
  return asActor(actor, (tx) => tx.select().from(hotspotRelease).orderBy(asc(hotspotRelease.number)))
}

export async function findPublished(
  actor: Actor,
  releaseId: string,
): Promise<{ period: string; body: string } | undefined> {
  const [found] = await asActor(actor, (tx) =>
    tx
      .select({ period: hotspotRelease.period, body: hotspotRelease.body })
      .from(hotspotRelease)
      .where(eq(hotspotRelease.releaseId, releaseId)),
  )
  return found
}
