import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor, withCookies } from '../../access/session.server.ts'
import { changeSecondFactor, changeSecondFactorInput } from '../../features/sign-in/change-second-factor.server.ts'
import { offerSecondFactor } from '../../features/sign-in/enrol-second-factor.server.ts'
import { EnrolmentForm } from '../../features/sign-in/enrolment-form.tsx'
import { RecoveryCodes } from '../../features/sign-in/recovery-codes.tsx'
import { SIGN_IN_REFUSALS } from '../../features/sign-in/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM, fieldValue } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Set up another phone') }]

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireActor(args)
  return { ...(await offerSecondFactor(signedIn)), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: withCookies(requireActor),
  input: changeSecondFactorInput,
  forget: ['code', 'currentPassword'],
  run: ({ cookies, ...asker }, sent) => changeSecondFactor(asker, sent, cookies),
  next: (_, { recoveryCodes }) => ({ codes: recoveryCodes, again: null }),
  cookies: ({ cookies }) => cookies,
  refusals: {
    ...SIGN_IN_REFUSALS,
    wrong: {
      field: 'currentPassword',
      message:
        'The password or the code is wrong. Wait for the next code, and check that your phone’s clock is set automatically',
    },
  },
  shows: async (_, form, asker) => ({ codes: null, again: await offerSecondFactor(asker, fieldValue(form, 'offer')) }),
})

export default function AnotherPhone() {
  const { idempotencyKey, ...fresh } = useLoaderData<typeof loader>()
  const { form = EMPTY_FORM, codes, again } = useActionData<typeof action>() ?? {}
  const { qr, secret, offer } = again ?? fresh
  if (codes) return <RecoveryCodes title="Your new phone is set up" codes={codes} onwardHref={href('/account')} />
  return (
    <>
      <BackLink href={href('/account')}>Your account</BackLink>
      <PageTitle>Set up another phone</PageTitle>
      <p className="govuk-body">Your current phone works until you enter a code from the new one.</p>
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
