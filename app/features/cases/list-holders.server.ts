import { asActor } from '../../../db/as-actor.ts'
import type { Actor } from '../../domain/actor.ts'
import { readHolders } from './read-case-parts.server.ts'

/** Everybody of the agency who can hold a case, for a page that is about no one case. */
export function listHolders(actor: Actor) {
  return asActor(actor, (tx) => readHolders(tx, actor))
}
