import { asActor } from '../../../db/as-actor.ts'
import { readStrandsOffered } from '../../../db/read-strands.ts'
import type { Actor } from '../../domain/actor.ts'

/** The strands that the partnership uses now; a release may name others, from before they were switched off. */
export function readStrandsInUse(actor: Actor) {
  return asActor(actor, readStrandsOffered)
}
