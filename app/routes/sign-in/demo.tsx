import { type ActionFunctionArgs, data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { environment } from '../../access/environment.server.ts'
import { openKeptForm } from '../../access/kept-form.server.ts'
import { notFound, orNotFound } from '../../access/require.server.ts'
import { safeReturnPath } from '../../access/return-path.ts'
import { CarryOnForm } from '../../features/sign-in/carry-on-form.tsx'
import { demoSignInInput, signInAsDemoPerson } from '../../features/sign-in/sign-in-as-demo-person.server.ts'
import { typedFields } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { TextLink } from '../../ui/text-link.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Signed in again') }]

export function loader() {
  if (!environment().demo) throw notFound()
  return null
}

/** Signs in as an invented person with one click. Outside the demo this address does not exist. */
export async function action({ request }: ActionFunctionArgs) {
  if (!environment().demo) throw notFound()
  const fields = Object.entries(await typedFields(request)).map(([name, [value]]) => [name, value])
  const { staffId, to, kept } = orNotFound(demoSignInInput.safeParse(Object.fromEntries(fields)).data)
  const signedIn = await signInAsDemoPerson(staffId)
  if (!signedIn.ok) throw notFound()
  const headers = { 'Set-Cookie': signedIn.value.cookie }
  const carryOn = kept ? openKeptForm(kept, staffId, signedIn.value.now) : null
  if (!carryOn) throw redirect(safeReturnPath(to), { headers, status: 303 })
  return data({ carryOn }, { headers })
}

export default function SignedInAgain() {
  const answer = useActionData<typeof action>()
  return answer?.carryOn ? (
    <CarryOnForm {...answer.carryOn} />
  ) : (
    <TextLink href={href('/sign-in')}>Choose a person</TextLink>
  )
}
