import { findSignedIn, type SignedIn, startSession } from '../../app/access/session.server.ts'
import type { Actor } from '../../app/domain/partnership/actor.ts'

/**
 * Signs a person in by writing a session, as the last step of signing in does. The pool must be open (openWorld).
 * @returns the value of a Cookie header
 */
export async function signIn(person: { actor: Actor }, { confined = false } = {}): Promise<string> {
  const { cookie } = await startSession(person.actor, { confined })
  return cookie.split(';', 1)[0] ?? ''
}

/** Who is signed in with this cookie (of a Cookie or a Set-Cookie header), as the next request would find. */
export function whoHolds(cookie = ''): Promise<SignedIn | null> {
  const request = new Request('http://localhost:3000/', { headers: { Cookie: cookie.split(';', 1)[0] ?? '' } })
  return findSignedIn({
    request,
    context: { memo: new Map(), readPosted: async () => null, nonce: '', clientAddress: '192.0.2.1', report: () => {} },
  })
}
