import { asActor } from '../../../../db/as-actor.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { readHolders } from '../file/read-case-parts.server.ts'

export function listHolders(actor: Actor) {
  return asActor(actor, (tx) => readHolders(tx, actor))
}
