import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { lockCase } from '../../../../db/lock-case.ts'
import { clock } from '../../../../db/schema/timeline.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'

/** A clock of a case of the actor's agency, held until the transaction ends; undefined for any other. */
export async function lockClock(tx: Tx, { agencyId }: Actor, { caseId, clockId }: { caseId: string; clockId: string }) {
  // The case first, as everywhere: two who lock in turn would lock each other out.
  await lockCase(tx, { agencyId }, caseId)
  const [held] = await tx
    .select()
    .from(clock)
    .where(and(eq(clock.agencyId, agencyId), eq(clock.caseId, caseId), eq(clock.clockId, clockId)))
    .for('update')
  return held
}
