import { eq } from 'drizzle-orm'
import { asActor } from '../../../../db/as-actor.ts'
import { hotspotDraft, hotspotRelease, releaseRule } from '../../../../db/schema/hotspot.ts'
import { permissionsOf } from '../../../access/ability.ts'
import { isSafeToPropose } from '../../../domain/hotspots/release/audit-release.ts'
import { sayPeriod } from '../../../domain/hotspots/release/period.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { isOnePerson } from '../../../facts/second-person.server.ts'

/** One release with its attack report and the next actions this person has. */
export async function findReleasePage(actor: Actor, releaseId: string) {
  const found = await asActor(actor, async (tx) => {
    const [draft] = await tx.select().from(hotspotDraft).where(eq(hotspotDraft.releaseId, releaseId))
    if (!draft) return undefined
    const [rule] = await tx.select().from(releaseRule).where(eq(releaseRule.version, draft.ruleVersion))
    const [published] = await tx
      .select({
        number: hotspotRelease.number,
        previousSha256: hotspotRelease.previousSha256,
        attackReport: hotspotRelease.attackReport,
      })
      .from(hotspotRelease)
      .where(eq(hotspotRelease.releaseId, releaseId))
    const isOpen = draft.state === 'proposed' && draft.proposedBy !== null
    const mayUpdate = permissionsOf(actor).may('update', 'hotspotDraft', draft)
    const mayDecide = isOpen && mayUpdate && !(await isOnePerson(tx, draft.proposedBy ?? '', actor.staffId, 'release'))
    return { draft, rule, published, mayDecide, mayUpdate }
  })
  if (!found?.rule) return undefined
  const { draft, rule, published, mayDecide, mayUpdate } = found
  const { proposedBy, decidedBy: _decidedBy, askedBy: _askedBy, ...shown } = draft
  // A published release has the report of its last attack, made on publication.
  const attackReport = published?.attackReport ?? draft.attackReport
  const sound = attackReport !== null && isSafeToPropose(attackReport)
  return {
    ...shown,
    attackReport,
    says: sayPeriod(draft.period),
    rules: rule.rules,
    number: published?.number ?? null,
    previousSha256: published?.previousSha256 ?? null,
    sound,
    mayPropose: draft.state === 'built' && sound && mayUpdate,
    mayDecide,
    isOwn: draft.state === 'proposed' && proposedBy === actor.staffId,
    isSamePerson: draft.state === 'proposed' && proposedBy !== actor.staffId && !mayDecide,
  }
}

export type ReleasePageFacts = NonNullable<Awaited<ReturnType<typeof findReleasePage>>>
