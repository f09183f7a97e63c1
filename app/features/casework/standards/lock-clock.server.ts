import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { clock } from '../../../../db/schema/timeline.ts'
import { ifMay } from '../../../access/ability.ts'
import { lockCaseToChange } from '../../../access/lock-case.server.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'

/** A clock of a case of the actor's agency, held until the transaction ends; undefined for any other. */
export async function lockClock(tx: Tx, actor: Actor, { caseId, clockId }: { caseId: string; clockId: string }) {
  const { agencyId } = actor
  // The case first, as everywhere: two who lock in turn would lock each other out.
  if (!(await lockCaseToChange(tx, actor, caseId))) return undefined
  const [held] = await tx
    .select()
    .from(clock)
    .where(and(eq(clock.agencyId, agencyId), eq(clock.caseId, caseId), eq(clock.clockId, clockId)))
    .for('update')
  return ifMay(actor, 'update', 'clock', held)
}
