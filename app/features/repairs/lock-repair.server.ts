import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { repair } from '../../../db/schema/repair.ts'
import { ifMay } from '../../access/ability.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { typedText } from '../../forms/form-fields.server.ts'

/** Of every form about one repair: the version that the writer saw. */
export const seenRepairEntries = { seenVersion: typedText(40) }

export interface SeenRepair {
  caseId: string
  repairId: string
  seenVersion: string
}

export type RepairNotHeld = { kind: 'not-found' } | { kind: 'changed-since' }

/**
 * Locks a repair of the actor's agency until the transaction ends. Of two people who change it at once the second is
 * refused, so that no one overwrites what they have not read.
 */
export async function lockRepair(
  tx: Tx,
  actor: Actor,
  { caseId, repairId, seenVersion }: SeenRepair,
): Promise<Result<typeof repair.$inferSelect, RepairNotHeld>> {
  // Lock the case first, as everywhere: another order could deadlock.
  if (!(await lockCaseToChange(tx, actor, caseId))) return refused({ kind: 'not-found' })
  const [row] = await tx.select().from(repair).where(oneRepair(actor, { caseId, repairId })).for('update')
  const held = ifMay(actor, 'update', 'repair', row)
  if (!held) return refused({ kind: 'not-found' })
  return held.version.toISOString() === seenVersion ? done(held) : refused({ kind: 'changed-since' })
}

export function oneRepair({ agencyId }: Pick<Actor, 'agencyId'>, of: { caseId: string; repairId: string }) {
  return and(eq(repair.agencyId, agencyId), eq(repair.caseId, of.caseId), eq(repair.repairId, of.repairId))
}
