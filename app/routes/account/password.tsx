import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SHORTEST_PASSWORD } from '../../access/password-rule.ts'
import { requireActor } from '../../access/session.server.ts'
import { changePassword, changePasswordInput } from '../../features/sign-in/change-password.server.ts'
import { SIGN_IN_REFUSALS } from '../../features/sign-in/refusal-words.server.ts'
import { Form } from '../../forms/form.tsx'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Change your password') }]

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args)
  return { idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireActor,
  input: changePasswordInput,
  forget: ['currentPassword', 'newPassword'],
  run: changePassword,
  next: () => href('/account', { done: 'password' }),
  cookies: ({ cookie }) => [cookie],
  refusals: {
    ...SIGN_IN_REFUSALS,
    wrong: { field: 'currentPassword', message: 'This is not your current password' },
    weak: ({ why }) => ({ field: 'newPassword', message: why }),
  },
})

export default function ChangePassword() {
  const { idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <BackLink href={href('/account')}>Your account</BackLink>
      <PageTitle>Change your password</PageTitle>
      <p className="govuk-body">You will be signed out everywhere else.</p>
      <Form form={form} idempotencyKey={idempotencyKey}>
        <TextInput
          form={form}
          name="currentPassword"
          label="Current password"
          type="password"
          autoComplete="current-password"
        />
        <TextInput
          form={form}
          name="newPassword"
          label="New password"
          hint={`At least ${SHORTEST_PASSWORD} characters. Three or four unrelated words are easy to remember`}
          type="password"
          autoComplete="new-password"
        />
        <Button>Change the password</Button>
      </Form>
    </>
  )
}
