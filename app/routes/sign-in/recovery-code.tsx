import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { safeReturnPath, withReturnPath } from '../../access/return-path.ts'
import { requireHalfSignedIn, withCookies } from '../../access/session.server.ts'
import { SIGN_IN_REFUSALS } from '../../features/sign-in/refusal-words.server.ts'
import {
  recoveryCodeInput,
  useRecoveryCode as takeRecoveryCode,
} from '../../features/sign-in/use-recovery-code.server.ts'
import { Form } from '../../forms/form.tsx'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Use a recovery code') }]

export async function loader(args: LoaderFunctionArgs) {
  await requireHalfSignedIn(args)
  return { to: safeReturnPath(new URL(args.request.url).searchParams.get('to')), idempotencyKey: randomUUID() }
}

const schema = recoveryCodeInput.extend({ to: z.string().default('') })

export const action = formAction({
  who: withCookies(requireHalfSignedIn),
  input: schema,
  forget: ['code'],
  run: ({ cookies, ...half }, { code }) => takeRecoveryCode(half, code, cookies),
  next: ({ to }) => safeReturnPath(to),
  cookies: ({ cookies }) => cookies,
  refusals: {
    ...SIGN_IN_REFUSALS,
    wrong: {
      field: 'code',
      message: 'This is not one of your codes, or it was used before. Check it letter by letter',
    },
  },
})

export default function UseRecoveryCode() {
  const { to, idempotencyKey } = useLoaderData<typeof loader>()
  const { form = EMPTY_FORM } = useActionData<typeof action>() ?? {}
  return (
    <>
      <BackLink href={withReturnPath(href('/sign-in/code'), to)}>Use the app’s code</BackLink>
      <PageTitle>Use a recovery code</PageTitle>
      <Form form={form} idempotencyKey={idempotencyKey}>
        <HiddenField name="to" value={to} />
        <TextInput
          form={form}
          name="code"
          label="Recovery code"
          hint="One of the ten you saved when you set up your phone, such as ABCDE-FGHJK"
          width={20}
          autoComplete="off"
          spellCheck={false}
        />
        <Button>Sign in</Button>
      </Form>
      <p className="govuk-body">If you have no codes left, ask your manager for a new link.</p>
    </>
  )
}
