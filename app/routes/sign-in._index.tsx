import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { environment } from '../access/environment.server.ts'
import { safeReturnPath } from '../access/return-path.ts'
import { findSignedIn } from '../access/session.server.ts'
import { DemoPeople } from '../features/sign-in/demo-people.tsx'
import { listDemoPeople } from '../features/sign-in/read-demo-people.server.ts'
import { documentTitle } from '../ui/document-title.ts'
import { PageTitle } from '../ui/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Sign in') }]

export async function loader(asked: LoaderFunctionArgs) {
  const to = safeReturnPath(new URL(asked.request.url).searchParams.get('to'))
  const signedIn = await findSignedIn(asked)
  if (signedIn && !signedIn.confined) throw redirect(to)
  return { to, agencies: environment().demo ? await listDemoPeople() : null }
}

export default function SignIn() {
  const { to, agencies } = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle>Sign in</PageTitle>
      {agencies ? <DemoPeople agencies={agencies} to={to} /> : null}
    </>
  )
}
