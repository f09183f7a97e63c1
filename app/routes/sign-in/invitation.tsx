import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { SHORTEST_PASSWORD } from '../../access/password-rule.ts'
import { tooMany } from '../../access/rate-limit.server.ts'
import { findSignedIn } from '../../access/session.server.ts'
import { acceptInvitation, acceptSchema, findInvitation } from '../../features/sign-in/accept-invitation.server.ts'
import { inWords } from '../../features/sign-in/sign-in-words.server.ts'
import { Form } from '../../forms/form.tsx'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Choose a password') }]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await findInvitation(String(params.token), context.clientAddress)
  if (!found.ok) throw tooMany(found.refusal.seconds)
  const invited = found.value && {
    name: found.value.name,
    email: found.value.email,
    agencyName: found.value.agencyName,
  }
  return data({ invited, idempotencyKey: randomUUID() }, { status: invited ? 200 : 404 })
}

export async function action(asked: ActionFunctionArgs) {
  const { request, context, params } = asked
  const read = await readForm(request, acceptSchema, { forget: ['password'] })
  if (!read.ok) return data({ form: read.form }, 422)
  const door = {
    clientAddress: context.clientAddress,
    cookies: request.headers.get('Cookie'),
    replacing: (await findSignedIn(asked))?.sessionId,
  }
  const accepted = await acceptInvitation(String(params.token), read.value.password, door)
  if (accepted.ok) {
    throw redirect(href('/sign-in/second-factor'), { headers: { 'Set-Cookie': accepted.value.cookie }, status: 303 })
  }
  const { form, status } = inWords(read.form, accepted.refusal, { wrong: ['', ''] })
  return data({ form }, status)
}

export default function AcceptInvitation() {
  const { invited, idempotencyKey } = useLoaderData<typeof loader>()
  const { form = EMPTY_FORM } = useActionData<typeof action>() ?? {}
  if (!invited) return <NotOpen />
  return (
    <>
      <PageTitle caption={`${invited.agencyName} invites you to Accord`}>Welcome, {invited.name}</PageTitle>
      <p className="govuk-body">
        You will sign in as {invited.email}. Choose a password; after that, set up your phone.
      </p>
      <Form form={form} idempotencyKey={idempotencyKey}>
        <TextInput
          form={form}
          name="password"
          label="New password"
          hint={`At least ${SHORTEST_PASSWORD} characters. Three or four unrelated words are easy to remember`}
          type="password"
          autoComplete="new-password"
        />
        <Button>Save the password and set up my phone</Button>
      </Form>
    </>
  )
}

function NotOpen() {
  return (
    <>
      <PageTitle>This link no longer works</PageTitle>
      <p className="govuk-body">
        A link works once, within seven days. If you have used it, sign in with your e-mail address and password. If
        not, ask the person who invited you for a new one.
      </p>
    </>
  )
}
