import { environment } from '../../access/environment.server.ts'
import { notFound, requireBusinessWith } from '../../access/require.server.ts'
import type { RequestArgs, SignedIn } from '../../access/session.server.ts'

/**
 * Who may read the mailbox of their agency. Only the demo has one: elsewhere mail goes to people.
 * @throws Response 404 outside the demo, 302 to the sign-in page for nobody
 */
export async function requireMailbox(args: RequestArgs): Promise<SignedIn> {
  if (!environment().demo) throw notFound()
  return requireBusinessWith(args, 'demoMail')
}
