import { permissionsOf } from '../../access/ability.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { readInvitations } from './invitations/read-invitations.server.ts'
import { readAwarenessToday } from './read-awareness-today.server.ts'

/** Awareness work on Today, by role: managers see invitations to answer, planners see everything. */
export async function readAwarenessPart(asking: Reading) {
  const { mayEver } = permissionsOf(asking.actor)
  if (mayEver('insert', 'awarenessEvent')) return { awareness: await readAwarenessToday(asking), invitations: [] }
  // People who may subscribe to the calendar also have the awareness pages, so managers see invitations here too.
  return { awareness: null, invitations: mayEver('insert', 'calendarFeed') ? await readInvitations(asking) : [] }
}
