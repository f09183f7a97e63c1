import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { safeReturnPath } from '../../access/return-path.ts'
import { cookieHeaders, requireHalfSignedIn } from '../../access/session.server.ts'
import {
  enrolmentSchema,
  enrolSecondFactor,
  offerSecondFactor,
} from '../../features/sign-in/enrol-second-factor.server.ts'
import { EnrolmentForm } from '../../features/sign-in/enrolment-form.tsx'
import { RecoveryCodes } from '../../features/sign-in/recovery-codes.tsx'
import { inWords } from '../../features/sign-in/sign-in-words.server.ts'
import { EMPTY_FORM, fieldValue } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Set up your phone') }]

export async function loader(asked: LoaderFunctionArgs) {
  const half = await requireHalfSignedIn(asked)
  const to = safeReturnPath(new URL(asked.request.url).searchParams.get('to'))
  return { ...(await offerSecondFactor(half)), to, idempotencyKey: randomUUID() }
}

const schema = enrolmentSchema.extend({ to: z.string().default('') })

export async function action(asked: ActionFunctionArgs) {
  const half = await requireHalfSignedIn(asked)
  const read = await readForm(asked.request, schema, { forget: ['code'] })
  const again = await offerSecondFactor(half, fieldValue(read.form, 'offer'))
  if (!read.ok) return data({ form: read.form, codes: null, onwardHref: '', again }, 422)
  const enrolled = await enrolSecondFactor(half, read.value, asked.request.headers.get('Cookie'))
  if (enrolled.ok) {
    const { recoveryCodes: codes, cookies } = enrolled.value
    const onwardHref = safeReturnPath(read.value.to)
    return data({ form: EMPTY_FORM, codes, onwardHref, again: null }, { headers: cookieHeaders(cookies) })
  }
  const { form, status } = inWords(read.form, enrolled.refusal, { wrong: ['code', NOT_THE_CODE] })
  return data({ form, codes: null, onwardHref: '', again }, status)
}

const NOT_THE_CODE =
  'This code is not right. Wait for the next one, and check that your phone’s clock is set automatically'

/** The recovery codes are shown once: asking again would lead away from them. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) =>
  actionResult?.codes ? false : defaultShouldRevalidate

export default function SetUpPhone() {
  const { to, idempotencyKey, ...fresh } = useLoaderData<typeof loader>()
  const { form = EMPTY_FORM, codes, onwardHref = '', again } = useActionData<typeof action>() ?? {}
  const { qr, secret, offer } = again ?? fresh
  if (codes) return <RecoveryCodes title="Your phone is set up" codes={codes} onwardHref={onwardHref} />
  return (
    <>
      <PageTitle>Set up your phone</PageTitle>
      <p className="govuk-body">
        From now on you sign in with your password and a code from your phone. This protects you if someone steals your
        password.
      </p>
      <EnrolmentForm form={form} idempotencyKey={idempotencyKey} qr={qr} secret={secret} offer={offer} to={to} />
    </>
  )
}
