import { randomUUID } from 'node:crypto'
import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { SHORTEST_PASSWORD } from '../../access/password-rule.ts'
import { tooMany } from '../../access/rate-limit.server.ts'
import {
  acceptInvitation,
  acceptInvitationInput,
  findInvitation,
} from '../../features/sign-in/accept-invitation.server.ts'
import { readSignInSource } from '../../features/sign-in/enter-password.server.ts'
import { SIGN_IN_REFUSALS } from '../../features/sign-in/refusal-words.server.ts'
import { Form } from '../../forms/form.tsx'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
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

export const action = formAction({
  who: async (args) => ({ ...(await readSignInSource(args)), token: String(args.params.token) }),
  input: acceptInvitationInput,
  forget: ['password'],
  run: ({ token, ...door }, { password }) => acceptInvitation(token, password, door),
  next: () => href('/sign-in/second-factor'),
  cookies: ({ cookie }) => [cookie],
  refusals: SIGN_IN_REFUSALS,
})

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
