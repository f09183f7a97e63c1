import { and, eq, ne } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { awarenessEvent, awarenessPartner } from '../../../db/schema/awareness.ts'
import { ifMay } from '../../access/ability.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { type AwarenessMove, type AwarenessState, mayMove } from '../../domain/partnership/awareness.ts'
import { done, type Result, refused } from '../../domain/result.ts'

export type EventRow = typeof awarenessEvent.$inferSelect

export type OwnEventRefusal = { kind: 'not-found' } | { kind: 'not-possible'; state: AwarenessState }

/** Locks an event of the actor's own agency. An event of another agency counts as not found. */
export async function lockOwnEvent(
  tx: Tx,
  actor: Actor,
  eventId: string,
  move: AwarenessMove,
): Promise<Result<EventRow, OwnEventRefusal>> {
  const [found] = await tx.select().from(awarenessEvent).where(ownEvent(actor, eventId)).for('update')
  const row = ifMay(actor, 'update', 'awarenessEvent', found)
  if (!row) return refused({ kind: 'not-found' })
  return mayMove(move, row.state) ? done(row) : refused({ kind: 'not-possible', state: row.state })
}

export function ownEvent({ agencyId }: Actor, eventId: string) {
  return and(eq(awarenessEvent.agencyId, agencyId), eq(awarenessEvent.eventId, eventId))
}

/** The agencies to notify of a change: all invited ones that have not declined. */
export async function listPartnersToNotify(tx: Tx, { agencyId, eventId }: EventRow): Promise<string[]> {
  const rows = await tx
    .select({ agencyId: awarenessPartner.partnerAgencyId })
    .from(awarenessPartner)
    .where(
      and(
        eq(awarenessPartner.agencyId, agencyId),
        eq(awarenessPartner.eventId, eventId),
        ne(awarenessPartner.state, 'declined'),
      ),
    )
    .orderBy(awarenessPartner.partnerAgencyId)
  return rows.map((row) => row.agencyId)
}
