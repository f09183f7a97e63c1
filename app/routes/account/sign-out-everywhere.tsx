import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { requireActor } from '../../access/session.server.ts'
import { signOutEverywhere } from '../../features/sign-in/sign-out-everywhere.server.ts'
import { href } from '../../href.ts'

export function loader() {
  return redirect(href('/account'))
}

export async function action(args: ActionFunctionArgs) {
  const { cookie } = await signOutEverywhere(await requireActor(args))
  return redirect(href('/sign-in', { left: 'everywhere' }), { headers: { 'Set-Cookie': cookie }, status: 303 })
}
