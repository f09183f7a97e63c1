import { and, eq } from 'drizzle-orm'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { hotspotDraft } from '../../../../db/schema/hotspot.ts'
import { ifMay, permissionsOf } from '../../../access/ability.ts'
import { ownNameAndAgency } from '../../../access/own-name.server.ts'
import { isSafeToPropose } from '../../../domain/hotspots/release/audit-release.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'

export type ProposeReleaseRefusal =
  | { kind: 'not-found' }
  | { kind: 'not-allowed' }
  | { kind: 'not-built' }
  | { kind: 'attack-succeeded' }

/** Proposes a release that was built and withstood every attack. Another person decides. */
export function proposeRelease(
  asking: Asking,
  { releaseId }: { releaseId: string },
): Promise<Result<null, ProposeReleaseRefusal | AlreadyDone>> {
  return writeOnce<null, ProposeReleaseRefusal>(asking, 'propose-release', { releaseId }, async (tx) => {
    const { actor, now } = asking
    if (!permissionsOf(actor).mayEver('update', 'hotspotDraft')) return refused({ kind: 'not-allowed' })
    const one = eq(hotspotDraft.releaseId, releaseId)
    const [draft] = await tx.select().from(hotspotDraft).where(one)
    if (!draft) return refused({ kind: 'not-found' })
    const { state, attackReport, sha256 } = draft
    if (state !== 'built' || !attackReport || !sha256) return refused({ kind: 'not-built' })
    if (!ifMay(actor, 'update', 'hotspotDraft', draft)) return refused({ kind: 'not-allowed' })
    if (!isSafeToPropose(attackReport)) return refused({ kind: 'attack-succeeded' })
    const proposedByName = await ownNameAndAgency(tx, actor)
    const moved = await tx
      .update(hotspotDraft)
      .set({ state: 'proposed', proposedBy: actor.staffId, proposedByName, proposedAt: now })
      .where(and(one, eq(hotspotDraft.state, 'built')))
      .returning({ releaseId: hotspotDraft.releaseId })
    if (moved.length === 0) return refused({ kind: 'not-built' })
    await recordEvent(tx, asking, { kind: 'hotspot-release-proposed', data: { releaseId, sha256 } })
    return done(null)
  })
}
