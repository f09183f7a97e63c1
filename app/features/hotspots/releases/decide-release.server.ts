import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { hotspotDraft, hotspotRelease } from '../../../../db/schema/hotspot.ts'
import { ifMay, permissionsOf } from '../../../access/ability.ts'
import { ownNameAndAgency } from '../../../access/own-name.server.ts'
import { isSafeToPropose } from '../../../domain/hotspots/release/audit-release.ts'
import type { ReleaseBody } from '../../../domain/hotspots/release/release-body.ts'
import { checkBody } from '../../../domain/hotspots/release/verify-release.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { isOnePerson } from '../../../facts/second-person.server.ts'
import { choiceOf, typedText } from '../../../forms/form-fields.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { lockReleases } from './lock-releases.server.ts'
import { readProposedBody } from './read-drafts.server.ts'

export const decideReleaseInput = z
  .object({
    decision: choiceOf({ approve: true, refuse: true }, 'Choose whether to publish the release'),
    note: typedText(500),
  })
  .refine(({ decision, note }) => decision === 'approve' || note !== '', {
    path: ['note'],
    error: 'Enter why you refuse it',
    when: () => true,
  })

type DecideReleaseInput = z.output<typeof decideReleaseInput> & { releaseId: string }

export type DecideReleaseRefusal =
  | { kind: 'not-found' }
  | { kind: 'not-allowed' }
  | { kind: 'not-proposed' }
  | { kind: 'own-proposal' }
  | { kind: 'same-person' }
  | { kind: 'attack-succeeded' }

/** Publishes a proposed release for good, or refuses it. The person who proposed it can do neither. */
export function decideRelease(
  asking: Asking,
  { releaseId, decision, note }: DecideReleaseInput,
): Promise<Result<{ number: number | null }, DecideReleaseRefusal | AlreadyDone>> {
  const input = { releaseId, decision, note }
  return writeOnce<{ number: number | null }, DecideReleaseRefusal>(asking, 'decide-release', input, async (tx) => {
    const { actor, now } = asking
    if (!permissionsOf(actor).mayEver('update', 'hotspotDraft')) return refused({ kind: 'not-allowed' })
    await lockReleases(tx)
    const one = eq(hotspotDraft.releaseId, releaseId)
    const [draft] = await tx.select().from(hotspotDraft).where(one).for('update')
    if (!draft) return refused({ kind: 'not-found' })
    if (draft.state !== 'proposed') return refused({ kind: 'not-proposed' })
    if (!ifMay(actor, 'update', 'hotspotDraft', draft)) return refused({ kind: 'not-allowed' })
    if (draft.proposedBy === actor.staffId) return refused({ kind: 'own-proposal' })
    if (await isOnePerson(tx, draft.proposedBy ?? actor.staffId, actor.staffId, 'release'))
      return refused({ kind: 'same-person' })
    if (decision === 'approve' && !(draft.attackReport && isSafeToPropose(draft.attackReport)))
      return refused({ kind: 'attack-succeeded' })
    const name = await ownNameAndAgency(tx, actor)
    if (decision === 'refuse') {
      const set = { state: 'refused' as const, decidedBy: actor.staffId, decidedByName: name, decidedAt: now }
      await tx
        .update(hotspotDraft)
        .set({ ...set, decisionNote: note })
        .where(and(one, eq(hotspotDraft.state, 'proposed')))
      await recordEvent(tx, asking, { kind: 'hotspot-release-refused', data: { releaseId } })
      return done({ number: null })
    }
    if (!(await withstandsAttack(tx, releaseId))) return refused({ kind: 'attack-succeeded' })
    const [row] = await tx.execute<{ number: number }>(sql`select app.publish_release(${releaseId}, ${name}) as number`)
    const number = Number(row?.number)
    await recordEvent(tx, asking, { kind: 'hotspot-release-published', data: { releaseId, number } })
    return done({ number })
  })
}

/**
 * It was attacked when it was built; other releases may have been published since, so it is attacked with those too.
 */
async function withstandsAttack(tx: Tx, releaseId: string): Promise<boolean> {
  const body = await readProposedBody(tx, releaseId)
  if (!body) return false
  const earlier = await tx.select({ body: hotspotRelease.body }).from(hotspotRelease)
  const bodies = earlier.map((one) => JSON.parse(one.body) as ReleaseBody)
  return checkBody(body, bodies).length === 0
}
