import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '../../access/session.server.ts'
import { confirmOwnPassword, ownPasswordSchema } from '../../features/sign-in/change-password.server.ts'
import { OwnPasswordForm } from '../../features/sign-in/own-password-form.tsx'
import { RecoveryCodes } from '../../features/sign-in/recovery-codes.tsx'
import { renewRecoveryCodes } from '../../features/sign-in/renew-recovery-codes.server.ts'
import { inWords } from '../../features/sign-in/sign-in-words.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('New recovery codes') }]

export async function loader(asked: LoaderFunctionArgs) {
  await requireActor(asked)
  return { idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const signedIn = await requireActor(asked)
  const read = await readForm(asked.request, ownPasswordSchema, { forget: ['currentPassword'] })
  if (!read.ok) return data({ form: read.form, codes: null }, { status: 422 })
  const confirmed = await confirmOwnPassword(signedIn, read.value.currentPassword)
  if (confirmed.ok) return data({ form: EMPTY_FORM, codes: await renewRecoveryCodes(signedIn) })
  const wrong: [string, string] = ['currentPassword', 'This is not your password']
  const { form, status } = inWords(read.form, confirmed.refusal, { wrong })
  return data({ form, codes: null }, { status })
}

export default function NewRecoveryCodes() {
  const { idempotencyKey } = useLoaderData<typeof loader>()
  const { form = EMPTY_FORM, codes } = useActionData<typeof action>() ?? {}
  if (codes) return <RecoveryCodes title="New recovery codes" codes={codes} onwardHref={href('/account')} />
  return (
    <>
      <BackLink href={href('/account')}>Your account</BackLink>
      <PageTitle>New recovery codes</PageTitle>
      <p className="govuk-body">You get ten new codes to keep on paper. Those you have now stop working.</p>
      <OwnPasswordForm form={form} idempotencyKey={idempotencyKey} button="Make ten new codes" />
    </>
  )
}
