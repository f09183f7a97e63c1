import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '../../access/session.server.ts'
import { confirmOwnPassword, ownPasswordInput } from '../../features/sign-in/change-password.server.ts'
import { OwnPasswordForm } from '../../features/sign-in/own-password-form.tsx'
import { RecoveryCodes } from '../../features/sign-in/recovery-codes.tsx'
import { SIGN_IN_REFUSALS } from '../../features/sign-in/refusal-words.server.ts'
import { renewRecoveryCodes } from '../../features/sign-in/renew-recovery-codes.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('New recovery codes') }]

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args)
  return { idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireActor,
  input: ownPasswordInput,
  forget: ['currentPassword'],
  run: (asker, { currentPassword }) => confirmOwnPassword(asker, currentPassword),
  next: async (_, __, asker) => ({ codes: await renewRecoveryCodes(asker) }),
  refusals: { ...SIGN_IN_REFUSALS, wrong: { field: 'currentPassword', message: 'This is not your password' } },
  shows: () => ({ codes: null }),
})

export default function NewRecoveryCodes() {
  const { idempotencyKey } = useLoaderData<typeof loader>()
  const { form = EMPTY_FORM, codes } = useActionData<typeof action>() ?? {}
  if (codes) return <RecoveryCodes title="New recovery codes" codes={codes} onwardHref={href('/account')} />
  return (
    <>
      <BackLink href={href('/account')}>Your account</BackLink>
      <PageTitle>New recovery codes</PageTitle>
      <p className="govuk-body">You get ten new codes to keep on paper. Your old codes stop working.</p>
      <OwnPasswordForm form={form} idempotencyKey={idempotencyKey} button="Make ten new codes" />
    </>
  )
}
