import { randomUUID } from 'node:crypto'
import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { environment } from '../../access/environment.server.ts'
import { safeReturnPath, withReturnPath } from '../../access/return-path.ts'
import { findSignedIn } from '../../access/session.server.ts'
import { CodeForm } from '../../features/sign-in/code-form.tsx'
import { enterPassword, passwordInput, readSignInSource } from '../../features/sign-in/enter-password.server.ts'
import { listDemoPeople } from '../../features/sign-in/read-demo-people.server.ts'
import { SIGN_IN_REFUSALS } from '../../features/sign-in/refusal-words.server.ts'
import { SignInPage } from '../../features/sign-in/sign-in-page.tsx'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Sign in') }]

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url)
  const to = safeReturnPath(searchParams.get('to'))
  const signedIn = await findSignedIn(args)
  if (signedIn && !signedIn.confined) throw redirect(to)
  const demo = environment().demo ? await listDemoPeople() : null
  return { to, demo, left: searchParams.get('left'), idempotencyKey: randomUUID() }
}

const signInInput = passwordInput.extend({ to: z.string().default(''), kept: z.string().default('') })

export const action = formAction({
  who: readSignInSource,
  input: signInInput,
  forget: ['password'],
  run: (door, sent) => enterPassword(sent, door),
  next: ({ to, kept }, { owes }) => {
    // A kept form cannot be in an address, so the answer to this request shows the next step.
    if (kept) return { next: { kept, idempotencyKey: randomUUID() } }
    return withReturnPath(owes === 'code' ? href('/sign-in/code') : href('/sign-in/second-factor'), safeReturnPath(to))
  },
  cookies: ({ cookie }) => [cookie],
  refusals: {
    ...SIGN_IN_REFUSALS,
    wrong: { status: 422, message: 'The e-mail address or the password is wrong' },
  },
  shows: () => ({ next: null }),
})

export default function SignIn() {
  const { to, demo, left, idempotencyKey } = useLoaderData<typeof loader>()
  const { form = EMPTY_FORM, next } = useActionData<typeof action>() ?? {}
  if (next) {
    return (
      <>
        <PageTitle>Enter your code</PageTitle>
        <CodeForm form={EMPTY_FORM} to={to} {...next} />
      </>
    )
  }
  return <SignInPage form={form} idempotencyKey={idempotencyKey} to={to} demo={demo} left={left} />
}
