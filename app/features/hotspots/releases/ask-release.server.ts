import { randomUUID } from 'node:crypto'
import { and, gt, inArray, lt } from 'drizzle-orm'
import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { hotspotDraft, hotspotRelease } from '../../../../db/schema/hotspot.ts'
import { mayInsert } from '../../../access/ability.ts'
import { ownNameAndAgency } from '../../../access/own-name.server.ts'
import { findPeriod } from '../../../domain/hotspots/release/period.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { lockReleases } from './lock-releases.server.ts'
import { getRulesInForce } from './release-rules.server.ts'

export const askReleaseInput = z.object({ period: z.string('Choose a period').max(10, 'Choose a period') })

export type AskReleaseRefusal =
  | { kind: 'not-allowed' }
  | { kind: 'unknown-period' }
  | { kind: 'not-over' }
  | { kind: 'published' }
  | { kind: 'under-way' }

const NOTHING_DONE = { builtAt: null, proposedBy: null, proposedAt: null, decidedBy: null, decidedAt: null }

/** Requests the release of a period that is over. The worker process builds it, attacks it and records the result. */
export function askRelease(
  asking: Asking,
  { period: name }: z.output<typeof askReleaseInput>,
): Promise<Result<{ releaseId: string }, AskReleaseRefusal | AlreadyDone>> {
  return writeOnce<{ releaseId: string }, AskReleaseRefusal>(asking, 'ask-release', { name }, async (tx) => {
    const { actor, now } = asking
    const asked = { state: 'asked' as const, askedBy: actor.staffId }
    if (!mayInsert(actor, 'hotspotDraft', { ...asked, ...NOTHING_DONE })) return refused({ kind: 'not-allowed' })
    const period = findPeriod(name)
    if (!period) return refused({ kind: 'unknown-period' })
    const { opensAt, closesAt } = period
    if (closesAt > now) return refused({ kind: 'not-over' })
    await lockReleases(tx)
    const [known] = await tx
      .select({ releaseId: hotspotRelease.releaseId })
      .from(hotspotRelease)
      .where(and(lt(hotspotRelease.opensAt, closesAt), gt(hotspotRelease.closesAt, opensAt)))
    if (known) return refused({ kind: 'published' })
    const [open] = await tx
      .select({ releaseId: hotspotDraft.releaseId })
      .from(hotspotDraft)
      .where(
        and(
          inArray(hotspotDraft.state, ['asked', 'built', 'proposed']),
          lt(hotspotDraft.opensAt, closesAt),
          gt(hotspotDraft.closesAt, opensAt),
        ),
      )
    if (open) return refused({ kind: 'under-way' })
    const [{ version }, askedByName] = [await getRulesInForce(tx), await ownNameAndAgency(tx, actor)]
    const releaseId = randomUUID()
    await tx.insert(hotspotDraft).values({
      releaseId,
      period: name,
      opensAt,
      closesAt,
      ruleVersion: version,
      ...asked,
      askedByName,
      askedAt: now,
    })
    await recordEvent(tx, asking, { kind: 'hotspot-release-asked', data: { releaseId, period: name } })
    return done({ releaseId })
  })
}
