import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { emptyCookie, endSession, findSignedIn } from '../../access/session.server.ts'
import { href } from '../../href.ts'

export function loader() {
  return redirect(href('/sign-in'))
}

export async function action(args: ActionFunctionArgs) {
  const signedIn = await findSignedIn(args)
  const cookie = signedIn ? (await endSession(signedIn)).cookie : emptyCookie()
  return redirect(href('/sign-in', { left: 'yes' }), { headers: { 'Set-Cookie': cookie } })
}
