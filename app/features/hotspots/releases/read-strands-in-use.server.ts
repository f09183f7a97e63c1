import { asActor } from '../../../../db/as-actor.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { readStrandsOffered } from '../../../facts/read-strands.server.ts'

/** The strands that the partnership uses now; a release may name others, from before they were switched off. */
export function readStrandsInUse(actor: Actor) {
  return asActor(actor, readStrandsOffered)
}
