import { and, asc, eq, or } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { caseFile } from '../../db/schema/case-file.ts'
import { findCasesOfLeaver } from '../domain/cases/case.ts'
import type { Reading } from '../domain/partnership/actor.ts'
import { recordEvent } from './record-event.server.ts'
import { hasActionsOf, returnActionsOfLeaver } from './return-leavers-actions.server.ts'

/** Locks the open cases in which a leaver is case worker, alternative contact or has an action, until the transaction ends. */
export function lockCasesOfLeaver(tx: Tx, asking: Reading, staffId: string) {
  const { actor } = asking
  return (
    tx
      .select()
      .from(caseFile)
      .where(
        and(
          eq(caseFile.agencyId, actor.agencyId),
          eq(caseFile.stage, 'open'),
          or(
            eq(caseFile.caseWorkerId, staffId),
            eq(caseFile.alternativeContactId, staffId),
            hasActionsOf(tx, asking, staffId),
          ),
        ),
      )
      // Ordered by id: two people who leave at the same time and share cases would otherwise deadlock.
      .orderBy(asc(caseFile.caseId))
      .for('update')
  )
}

/**
 * Returns the open cases of a leaver to the queue (R6) and removes the leaver as alternative contact of other cases and
 * from the actions of their plans.
 * Call it in the transaction that marks the person as gone. It acts in the agency of `asking.actor`, whose role must be
 * able to change cases: a manager, or `system` when the portal's administrator removes the person. A second call
 * changes nothing.
 * @returns the number of cases returned, and of cases that lost their alternative contact
 */
export async function returnCasesOfLeaver(
  tx: Tx,
  asking: Reading,
  staffId: string,
): Promise<{ toQueue: number; withoutAlternative: number }> {
  const { actor, now } = asking
  const held = await lockCasesOfLeaver(tx, asking, staffId)
  const { toQueue, withoutAlternative } = findCasesOfLeaver(staffId, held)
  const change = (caseId: string, set: Partial<typeof caseFile.$inferInsert>) =>
    tx
      .update(caseFile)
      .set({ ...set, version: now })
      .where(and(eq(caseFile.agencyId, actor.agencyId), eq(caseFile.caseId, caseId)))
  for (const { caseId } of toQueue) {
    await change(caseId, { caseWorkerId: null, allocatedAt: null, returnedToQueueAt: now })
    const data = { staffId, reason: 'leaver' } as const
    await recordEvent(tx, asking, { kind: 'case-returned-to-queue', data, caseId, subjectId: staffId })
  }
  for (const { caseId } of withoutAlternative) {
    await change(caseId, { alternativeContactId: null })
    await recordEvent(tx, asking, { kind: 'case-details-changed', data: { changed: ['alternativeContact'] }, caseId })
  }
  await returnActionsOfLeaver(tx, asking, staffId)
  return { toQueue: toQueue.length, withoutAlternative: withoutAlternative.length }
}
