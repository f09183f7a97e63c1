import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cookieHeaders, requireActor } from '../../access/session.server.ts'
import { changeSecondFactor, changeSecondFactorSchema } from '../../features/sign-in/change-second-factor.server.ts'
import { offerSecondFactor } from '../../features/sign-in/enrol-second-factor.server.ts'
import { EnrolmentForm } from '../../features/sign-in/enrolment-form.tsx'
import { RecoveryCodes } from '../../features/sign-in/recovery-codes.tsx'
import { inWords } from '../../features/sign-in/sign-in-words.server.ts'
import { EMPTY_FORM, fieldValue } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Set up another phone') }]

export async function loader(asked: LoaderFunctionArgs) {
  const signedIn = await requireActor(asked)
  return { ...(await offerSecondFactor(signedIn)), idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const signedIn = await requireActor(asked)
  const read = await readForm(asked.request, changeSecondFactorSchema, { forget: ['code', 'currentPassword'] })
  const again = await offerSecondFactor(signedIn, fieldValue(read.form, 'offer'))
  if (!read.ok) return data({ form: read.form, codes: null, again }, { status: 422 })
  const changed = await changeSecondFactor(signedIn, read.value, asked.request.headers.get('Cookie'))
  if (changed.ok) {
    const { recoveryCodes: codes, cookies } = changed.value
    return data({ form: EMPTY_FORM, codes, again: null }, { headers: cookieHeaders(cookies) })
  }
  const { form, status } = inWords(read.form, changed.refusal, {
    wrong: [
      'currentPassword',
      'The password or the code is wrong. Wait for the next code, and check that your phone’s clock is set automatically',
    ],
  })
  return data({ form, codes: null, again }, { status })
}

export default function AnotherPhone() {
  const { idempotencyKey, ...fresh } = useLoaderData<typeof loader>()
  const { form = EMPTY_FORM, codes, again } = useActionData<typeof action>() ?? {}
  const { qr, secret, offer } = again ?? fresh
  if (codes) return <RecoveryCodes title="Your new phone is set up" codes={codes} onwardHref={href('/account')} />
  return (
    <>
      <BackLink href={href('/account')}>Your account</BackLink>
      <PageTitle>Set up another phone</PageTitle>
      <p className="govuk-body">The phone you have now works until the new one has shown its first code.</p>
      <EnrolmentForm
        form={form}
        idempotencyKey={idempotencyKey}
        qr={qr}
        secret={secret}
        offer={offer}
        to=""
        askPassword
      />
    </>
  )
}
