import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SHORTEST_PASSWORD } from '../../access/password-rule.ts'
import { requireActor } from '../../access/session.server.ts'
import { changePassword, changePasswordSchema } from '../../features/sign-in/change-password.server.ts'
import { inWords } from '../../features/sign-in/sign-in-words.server.ts'
import { Form } from '../../forms/form.tsx'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Change your password') }]

export async function loader(asked: LoaderFunctionArgs) {
  await requireActor(asked)
  return { idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const signedIn = await requireActor(asked)
  const read = await readForm(asked.request, changePasswordSchema, { forget: ['currentPassword', 'newPassword'] })
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const changed = await changePassword(signedIn, read.value)
  if (changed.ok) {
    throw redirect(href('/account', { done: 'password' }), {
      headers: { 'Set-Cookie': changed.value.cookie },
      status: 303,
    })
  }
  const wrong: [string, string] = ['currentPassword', 'This is not your current password']
  const { form, status } = inWords(read.form, changed.refusal, { wrong, weak: 'newPassword' })
  return data({ form }, { status })
}

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
