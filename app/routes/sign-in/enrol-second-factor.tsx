import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { safeReturnPath } from '../../access/return-path.ts'
import { requireHalfSignedIn, withCookies } from '../../access/session.server.ts'
import {
  enrolmentInput,
  enrolSecondFactor,
  offerSecondFactor,
} from '../../features/sign-in/enrol-second-factor.server.ts'
import { EnrolmentForm } from '../../features/sign-in/enrolment-form.tsx'
import { RecoveryCodes } from '../../features/sign-in/recovery-codes.tsx'
import { SIGN_IN_REFUSALS } from '../../features/sign-in/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM, fieldValue } from '../../forms/form-state.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Set up your phone') }]

export async function loader(args: LoaderFunctionArgs) {
  const half = await requireHalfSignedIn(args)
  const to = safeReturnPath(new URL(args.request.url).searchParams.get('to'))
  return { ...(await offerSecondFactor(half)), to, idempotencyKey: randomUUID() }
}

const schema = enrolmentInput.extend({ to: z.string().default('') })

export const action = formAction({
  who: withCookies(requireHalfSignedIn),
  input: schema,
  forget: ['code'],
  run: ({ cookies, ...half }, sent) => enrolSecondFactor(half, sent, cookies),
  next: ({ to }, { recoveryCodes }) => ({ codes: recoveryCodes, onwardHref: safeReturnPath(to), again: null }),
  cookies: ({ cookies }) => cookies,
  refusals: {
    ...SIGN_IN_REFUSALS,
    wrong: {
      field: 'code',
      message: 'This code is not right. Wait for the next one, and check that your phone’s clock is set automatically',
    },
  },
  shows: async (_, form, half) => ({
    codes: null,
    onwardHref: '',
    again: await offerSecondFactor(half, fieldValue(form, 'offer')),
  }),
})

/** The recovery codes are shown once: loading the page's data again would redirect away from them. */
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
