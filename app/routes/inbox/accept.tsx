import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, uuidParam, whoMay } from '../../access/require.server.ts'
import { acceptReferral, acceptReferralInput } from '../../features/referrals/inbox/accept-referral.server.ts'
import { AnswerPage } from '../../features/referrals/inbox/answer-page.tsx'
import { readAnswerPage } from '../../features/referrals/inbox/read-answer-page.server.ts'
import { RECIPIENT_REFUSALS } from '../../features/referrals/steps/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Select } from '../../ui/fields/select.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction<typeof loader> = () => [{ title: documentTitle('Accept a referral') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'referral')
  const page = await readAnswerPage({ actor, now }, uuidParam(args.params.referralId))
  return { page, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'referral'),
  params: ['referralId'],
  input: acceptReferralInput,
  run: acceptReferral,
  next: ({ referralId }) => href('/inbox/:referralId', { referralId }, { done: 'accepted' }),
  refusals: RECIPIENT_REFUSALS,
})

export default function AcceptReferralPage() {
  const { page, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? filledWith({ staffId: page.ownStaffId })
  return (
    <AnswerPage
      title="Accept this referral"
      move="accept"
      page={page}
      form={form}
      idempotencyKey={idempotencyKey}
      button="Accept this referral"
      consequence={
        <p className="govuk-body">
          {page.fromName} is notified immediately, and tells the client. The first attempt to reach the client is
          expected within two working days (a local target).
        </p>
      }
    >
      <Select
        form={form}
        name="staffId"
        label="Who works with the client?"
        options={page.workers.map(({ staffId, name }) => ({ value: staffId, label: name }))}
      />
      <TextArea
        form={form}
        name="message"
        label="Anything the other agency should know"
        hint="They see this. Leave it empty if there is nothing to add"
        rows={3}
        maxLength={1000}
      />
    </AnswerPage>
  )
}
