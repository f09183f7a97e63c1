import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { openKeptForm } from '../../access/kept-form.server.ts'
import { safeReturnPath } from '../../access/return-path.ts'
import { requireHalfSignedIn, withCookies } from '../../access/session.server.ts'
import { CarryOnForm } from '../../features/sign-in/carry-on-form.tsx'
import { CodeForm } from '../../features/sign-in/code-form.tsx'
import { codeInput, enterCode } from '../../features/sign-in/enter-code.server.ts'
import { SIGN_IN_REFUSALS } from '../../features/sign-in/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM, fieldValue } from '../../forms/form-state.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Enter your code') }]

export async function loader(args: LoaderFunctionArgs) {
  await requireHalfSignedIn(args)
  return { to: safeReturnPath(new URL(args.request.url).searchParams.get('to')), idempotencyKey: randomUUID() }
}

const schema = codeInput.extend({ to: z.string().default(''), kept: z.string().default('') })

export const action = formAction({
  who: withCookies(requireHalfSignedIn),
  input: schema,
  forget: ['code'],
  run: ({ cookies, ...half }, { code }) => enterCode(half, code, cookies),
  next: ({ to, kept }, _, { actor, now }) => {
    const carryOn = kept ? openKeptForm(kept, actor.staffId, now) : null
    return carryOn ? { carryOn } : safeReturnPath(to)
  },
  cookies: ({ cookies }) => cookies,
  refusals: {
    ...SIGN_IN_REFUSALS,
    wrong: {
      field: 'code',
      message:
        'This code is not right. Check that your phone’s clock is set automatically, and type the code it shows now',
    },
  },
  shows: () => ({ carryOn: null }),
})

export default function EnterCode() {
  const { to, idempotencyKey } = useLoaderData<typeof loader>()
  const { form = EMPTY_FORM, carryOn } = useActionData<typeof action>() ?? {}
  if (carryOn) return <CarryOnForm {...carryOn} />
  return (
    <>
      <PageTitle>Enter your code</PageTitle>
      <CodeForm
        form={form}
        idempotencyKey={idempotencyKey}
        to={fieldValue(form, 'to') || to}
        kept={fieldValue(form, 'kept')}
      />
    </>
  )
}
