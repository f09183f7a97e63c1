import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { environment } from '../../access/environment.server.ts'
import { safeReturnPath, withReturnPath } from '../../access/return-path.ts'
import { findSignedIn } from '../../access/session.server.ts'
import { CodeForm } from '../../features/sign-in/code-form.tsx'
import { enterPassword, passwordSchema } from '../../features/sign-in/enter-password.server.ts'
import { listDemoPeople } from '../../features/sign-in/read-demo-people.server.ts'
import { SignInPage } from '../../features/sign-in/sign-in-page.tsx'
import { inWords } from '../../features/sign-in/sign-in-words.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Sign in') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { searchParams } = new URL(asked.request.url)
  const to = safeReturnPath(searchParams.get('to'))
  const signedIn = await findSignedIn(asked)
  if (signedIn && !signedIn.confined) throw redirect(to)
  const demo = environment().demo ? await listDemoPeople() : null
  return { to, demo, left: searchParams.get('left'), idempotencyKey: randomUUID() }
}

const signInSchema = passwordSchema.extend({ to: z.string().default(''), kept: z.string().default('') })
const WRONG = 'The e-mail address or the password is wrong'

export async function action(asked: ActionFunctionArgs) {
  const { request, context } = asked
  const read = await readForm(request, signInSchema, { forget: ['password'] })
  if (!read.ok) return data({ form: read.form, next: null }, 422)
  const { to, kept } = read.value
  const replacing = (await findSignedIn(asked))?.sessionId
  const door = { clientAddress: context.clientAddress, cookies: request.headers.get('Cookie'), replacing }
  const entered = await enterPassword(read.value, door)
  if (!entered.ok) {
    const { form, status } = inWords(read.form, entered.refusal, { wrong: ['', WRONG] })
    return data({ form, next: null }, status)
  }
  const headers = { 'Set-Cookie': entered.value.cookie }
  const page = entered.value.owes === 'code' ? href('/sign-in/code') : href('/sign-in/second-factor')
  if (!kept) throw redirect(withReturnPath(page, safeReturnPath(to)), { headers, status: 303 })
  // A kept form cannot travel in an address, so the next step is this answer.
  return data({ form: EMPTY_FORM, next: { kept, idempotencyKey: randomUUID() } }, { headers })
}

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
