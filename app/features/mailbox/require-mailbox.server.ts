import { environment } from '../../access/environment.server.ts'
import { notFound, requireBusinessWith } from '../../access/require.server.ts'
import type { RequestArgs, SignedIn } from '../../access/session.server.ts'

/**
 * Requires a reader of their agency's mailbox. Only the demo has one: elsewhere, mail goes to people.
 * @throws Response 404 outside the demo, 302 to the sign-in page if no one is signed in
 */
export async function requireMailbox(args: RequestArgs): Promise<SignedIn> {
  if (!environment().demo) throw notFound()
  return requireBusinessWith(args, 'demoMail')
}
