import type { Tx } from '../../db/as-actor.ts'
import { lockCase } from '../../db/lock-case.ts'
import type { Actor } from '../domain/partnership/actor.ts'
import { ifMay } from './ability.ts'

/** Locks a case until the transaction ends. Undefined when the case does not exist or the actor may not change it. */
export async function lockCaseToChange(tx: Tx, actor: Actor, caseId: string) {
  return ifMay(actor, 'update', 'caseFile', await lockCase(tx, actor, caseId))
}
