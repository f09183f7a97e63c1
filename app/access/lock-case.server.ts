import type { Tx } from '../../db/as-actor.ts'
import { lockCase } from '../../db/lock-case.ts'
import type { Actor } from '../domain/partnership/actor.ts'
import { ifMay } from './ability.ts'

/** A case that the actor may change, held until the transaction ends; undefined for any other, and for none. */
export async function lockCaseToChange(tx: Tx, actor: Actor, caseId: string) {
  return ifMay(actor, 'update', 'caseFile', await lockCase(tx, actor, caseId))
}
