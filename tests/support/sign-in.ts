import { startSession } from '../../app/access/session.server.ts'
import type { Actor } from '../../app/domain/actor.ts'

/**
 * Signs a person in by writing a session, as the last step of signing in does. The pool must be open (openWorld).
 * @returns the value of a Cookie header
 */
export async function signIn(person: { actor: Actor }, { confined = false } = {}): Promise<string> {
  const { cookie } = await startSession(person.actor, { confined })
  return cookie.split(';', 1)[0] ?? ''
}
