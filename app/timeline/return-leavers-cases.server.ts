import { and, asc, eq, or } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { caseFile } from '../../db/schema/case-file.ts'
import { leftBehindBy } from '../domain/cases/case.ts'
import type { Reading } from '../domain/partnership/actor.ts'
import { recordEvent } from './record-event.server.ts'

/** The open cases of a person who leaves, and those whose alternative contact they are; held until the transaction ends. */
export function lockCasesOfLeaver(tx: Tx, { actor }: Reading, staffId: string) {
  return (
    tx
      .select()
      .from(caseFile)
      .where(
        and(
          eq(caseFile.agencyId, actor.agencyId),
          eq(caseFile.stage, 'open'),
          or(eq(caseFile.caseWorkerId, staffId), eq(caseFile.alternativeContactId, staffId)),
        ),
      )
      // In order of id, so that two who leave at once, and name each other, lock their cases alike.
      .orderBy(asc(caseFile.caseId))
      .for('update')
  )
}

/**
 * Gives the open cases of somebody who leaves back to the queue (R6), and empties the place of alternative contact they
 * held in others, inside the transaction that marks them as gone. It works on the agency of `asking.actor`, whose role
 * must reach cases: a manager, or `system` where the portal's administrator lets somebody go. A second call does nothing.
 * Answers how many cases went back.
 */
export async function returnCasesOfLeaver(
  tx: Tx,
  asking: Reading,
  staffId: string,
): Promise<{ toQueue: number; withoutAlternative: number }> {
  const { actor, now } = asking
  const held = await lockCasesOfLeaver(tx, asking, staffId)
  const { toQueue, withoutAlternative } = leftBehindBy(staffId, held)
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
  return { toQueue: toQueue.length, withoutAlternative: withoutAlternative.length }
}
