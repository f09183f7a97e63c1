import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { clock } from '../../../../db/schema/timeline.ts'
import { ifMay } from '../../../access/ability.ts'
import { lockCaseToChange } from '../../../access/lock-case.server.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'

/** Locks a clock of a case of the actor's agency; undefined for any other. */
export async function lockClock(tx: Tx, actor: Actor, { caseId, clockId }: { caseId: string; clockId: string }) {
  const { agencyId } = actor
  // Lock the case first, as everywhere: another order could deadlock.
  if (!(await lockCaseToChange(tx, actor, caseId))) return undefined
  const [held] = await tx
    .select()
    .from(clock)
    .where(and(eq(clock.agencyId, agencyId), eq(clock.caseId, caseId), eq(clock.clockId, clockId)))
    .for('update')
  return ifMay(actor, 'update', 'clock', held)
}
