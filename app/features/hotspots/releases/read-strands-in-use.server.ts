import { asActor } from '../../../../db/as-actor.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { readStrandsOffered } from '../../../facts/read-strands.server.ts'

/** The strands the partnership uses now. An older release may have others, which were switched off since. */
export function readStrandsInUse(actor: Actor) {
  return asActor(actor, readStrandsOffered)
}
