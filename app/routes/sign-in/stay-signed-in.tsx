import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { findSignedIn } from '../../access/session.server.ts'
import { href } from '../../href.ts'

export function loader() {
  return redirect(href('/today'))
}

/**
 * Any request of a signed-in person extends the idle limit; this one also returns the present limits. `for` is the
 * person whose page asks: if someone else has since signed in on the same device, the page must not extend their
 * session.
 */
export async function action(args: ActionFunctionArgs) {
  const signedIn = await findSignedIn(args)
  const whose = new URL(args.request.url).searchParams.get('for')
  if (!signedIn || signedIn.confined || whose !== signedIn.actor.staffId) return new Response(null, { status: 401 })
  return Response.json({
    idleEndsAt: signedIn.idleExpiresAt.toISOString(),
    absoluteEndsAt: signedIn.absoluteExpiresAt.toISOString(),
    now: signedIn.now.toISOString(),
  })
}
