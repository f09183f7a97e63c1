import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { environment } from '../access/environment.server.ts'
import { notFound, orNotFound } from '../access/require.server.ts'
import { safeReturnPath } from '../access/return-path.ts'
import { demoSignInSchema, signInAsDemoPerson } from '../features/sign-in/sign-in-as-demo-person.server.ts'

export function loader() {
  if (!environment().demo) throw notFound()
  return redirect('/sign-in')
}

/** Signs in as an invented person with one click. Outside the demonstration this address does not exist. */
export async function action({ request }: ActionFunctionArgs) {
  if (!environment().demo) throw notFound()
  const asked = orNotFound(demoSignInSchema.safeParse(Object.fromEntries(await request.formData())).data)
  const signedIn = await signInAsDemoPerson(asked.staffId)
  if (!signedIn.ok) throw notFound()
  return redirect(safeReturnPath(asked.to), { headers: { 'Set-Cookie': signedIn.value.cookie }, status: 303 })
}
