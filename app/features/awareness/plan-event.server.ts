import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { awarenessEvent } from '../../../db/schema/awareness.ts'
import { hotspotRelease } from '../../../db/schema/hotspot.ts'
import { mayInsert, permissionsOf } from '../../access/ability.ts'
import { ownName } from '../../access/own-name.server.ts'
import type { Actor, Asking } from '../../domain/partnership/actor.ts'
import { needsWard } from '../../domain/partnership/awareness.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { type PlanInput, textsOfPlan } from './plan-input.server.ts'
import { type NamesRefusal, refuseNames } from './refuse-names.server.ts'

export type PlanRefusal = { kind: 'not-allowed' } | { kind: 'ward-needed' } | NamesRefusal

/** Plans awareness work of the actor's own agency, for a hotspot or a ward (G13). */
export function planEvent(
  asking: Asking,
  input: PlanInput,
  eventId = randomUUID() as string,
): Promise<Result<{ eventId: string }, PlanRefusal | AlreadyDone>> {
  return writeOnce<{ eventId: string }, PlanRefusal>(asking, 'plan-event', input, async (tx) => {
    const { actor, now } = asking
    if (!mayInsert(actor, 'awarenessEvent', { agencyId: actor.agencyId })) return refused({ kind: 'not-allowed' })
    if (needsWard(input)) return refused({ kind: 'ward-needed' })
    const named = await refuseNames(tx, textsOfPlan(input), input.nobodyNamed)
    if (named) return named
    await tx.insert(awarenessEvent).values({
      ...(await columnsOf(tx, actor, input)),
      agencyId: actor.agencyId,
      eventId,
      state: 'planned',
      plannedBy: actor.staffId,
      plannedByName: await ownName(tx, actor),
      plannedAt: now,
      version: now,
    })
    const data = { eventId, awarenessKind: input.kind, heldOn: input.heldOn }
    await recordEvent(tx, asking, { kind: 'awareness-planned', data, subjectId: eventId })
    return done({ eventId })
  })
}

/** The columns of a plan. A release that does not exist, or that the person may not read, is left out. */
export async function columnsOf(
  tx: Tx,
  actor: Actor,
  { ward, releaseId, nobodyNamed: _confirmed, ...plan }: PlanInput,
) {
  const known =
    releaseId && permissionsOf(actor).may('select', 'hotspotRelease', {})
      ? await tx
          .select({ releaseId: hotspotRelease.releaseId })
          .from(hotspotRelease)
          .where(eq(hotspotRelease.releaseId, releaseId))
      : []
  return { ...plan, ward: ward ?? '', releaseId: known[0]?.releaseId ?? null }
}
