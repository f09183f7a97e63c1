import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { openKeptForm } from '../../access/kept-form.server.ts'
import { safeReturnPath } from '../../access/return-path.ts'
import { cookieHeaders, requireHalfSignedIn } from '../../access/session.server.ts'
import { CarryOnForm } from '../../features/sign-in/carry-on-form.tsx'
import { CodeForm } from '../../features/sign-in/code-form.tsx'
import { codeSchema, enterCode } from '../../features/sign-in/enter-code.server.ts'
import { inWords } from '../../features/sign-in/sign-in-words.server.ts'
import { EMPTY_FORM, fieldValue } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Enter your code') }]

export async function loader(asked: LoaderFunctionArgs) {
  await requireHalfSignedIn(asked)
  return { to: safeReturnPath(new URL(asked.request.url).searchParams.get('to')), idempotencyKey: randomUUID() }
}

const schema = codeSchema.extend({ to: z.string().default(''), kept: z.string().default('') })

export async function action(asked: ActionFunctionArgs) {
  const half = await requireHalfSignedIn(asked)
  const read = await readForm(asked.request, schema, { forget: ['code'] })
  if (!read.ok) return data({ form: read.form, carryOn: null }, 422)
  const { code, to, kept } = read.value
  const entered = await enterCode(half, code, asked.request.headers.get('Cookie'))
  if (!entered.ok) {
    const { form, status } = inWords(read.form, entered.refusal, {
      wrong: [
        'code',
        'This code is not right. Check that your phone’s clock is set automatically, and type the code it shows now',
      ],
    })
    return data({ form, carryOn: null }, status)
  }
  const headers = cookieHeaders(entered.value.cookies)
  const carryOn = kept ? openKeptForm(kept, half.actor.staffId, half.now) : null
  if (!carryOn) throw redirect(safeReturnPath(to), { headers, status: 303 })
  return data({ form: EMPTY_FORM, carryOn }, { headers })
}

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
