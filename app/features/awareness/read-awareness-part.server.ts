import { permissionsOf } from '../../access/ability.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { readInvitations } from './invitations/read-invitations.server.ts'
import { readAwarenessToday } from './read-awareness-today.server.ts'

/** What the page of today says of awareness work, by role: to managers what waits for an answer, to planners all. */
export async function readAwarenessPart(asking: Reading) {
  const { mayEver } = permissionsOf(asking.actor)
  if (mayEver('insert', 'awarenessEvent')) return { awareness: await readAwarenessToday(asking), invitations: [] }
  // Who may subscribe to the calendar has the awareness pages in the navigation, so a manager is shown invitations too.
  return { awareness: null, invitations: mayEver('insert', 'calendarFeed') ? await readInvitations(asking) : [] }
}
