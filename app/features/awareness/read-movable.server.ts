import { redirect } from '@remix-run/node'
import { notFound, orNotFound, uuidParam } from '../../access/require.server.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { AWARENESS_MOVES, type AwarenessMove } from '../../domain/partnership/awareness.ts'
import { href } from '../../href.ts'
import { findEvent } from './read-event.server.ts'

/**
 * An event for the page of one action.
 * @throws Response 404 for people who can never do it; 302 to the event if its state no longer allows it
 */
export async function readMovable(asking: Reading, param: string | undefined, move: AwarenessMove) {
  const found = orNotFound(await findEvent(asking, uuidParam(param)))
  const { event } = found
  if (event.moves.includes(move)) return found
  const couldEver = AWARENESS_MOVES[move].by === 'planner' ? event.mine : event.answer !== null
  throw couldEver ? redirect(href('/awareness/:eventId', { eventId: event.eventId })) : notFound()
}
