import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../access/require.server.ts'
import { byTheEndOf } from '../../features/referrals/due-words.ts'
import { PackagePage } from '../../features/referrals/package/package-page.tsx'
import { readPackagePage } from '../../features/referrals/package/read-package-page.server.ts'
import { SENDER_REFUSALS } from '../../features/referrals/refusal-words.server.ts'
import {
  sendDecidedReferral,
  sendDecidedReferralInput,
} from '../../features/referrals/send/send-decided-referral.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Details } from '../../ui/details.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { WarningText } from '../../ui/warning-text.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Send a referral') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await readPackagePage({ actor, now }, uuidParam(args.params.referralId))
  return { page, now: now.toISOString(), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['referralId'],
  input: sendDecidedReferralInput,
  run: sendDecidedReferral,
  next: ({ referralId }) => href('/sent/:referralId', { referralId }, { done: 'sent' }),
  refusals: SENDER_REFUSALS,
})

export default function SendDecidedReferral() {
  const { page, now, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? filledWith({ ...page.words })
  return (
    <PackagePage
      page={page}
      title={`Send to ${page.recipient.name}`}
      possible={page.sendable}
      button={`Send to ${page.recipient.name}`}
      form={form}
      idempotencyKey={idempotencyKey}
      before={
        <>
          <p className="govuk-body">
            It must be sent <strong>{byTheEndOf(page.due.dueAt, now)}</strong>.
          </p>
          <Details summary="Why this date">
            <p className="govuk-body">{page.due.explanation}</p>
          </Details>
        </>
      }
    >
      <WarningText>You cannot undo what they have already read.</WarningText>
    </PackagePage>
  )
}
