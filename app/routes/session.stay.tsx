import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { findSignedIn } from '../access/session.server.ts'

export function loader() {
  return redirect('/today')
}

/** Any request of a signed-in person moves the idle limit; this one says where it stands now. */
export async function action(asked: ActionFunctionArgs) {
  const signedIn = await findSignedIn(asked)
  if (!signedIn || signedIn.confined) return new Response(null, { status: 401 })
  return Response.json({ idleEndsAt: signedIn.idleExpiresAt.toISOString(), now: signedIn.now.toISOString() })
}
