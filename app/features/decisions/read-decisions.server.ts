import { asActor } from '../../../db/as-actor.ts'
import { permissionsOf } from '../../access/ability.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { readDecisionQueue, readMadeDecisions } from '../../facts/casework/decision-queue.server.ts'

/** The one queue of managers' decisions, and what was decided last. */
export function readDecisions(actor: Actor) {
  return asActor(actor, async (tx) => ({
    waiting: await readDecisionQueue(tx, actor, permissionsOf(actor).mayEver('decide', 'decisionRequest')),
    made: await readMadeDecisions(tx, actor),
  }))
}
