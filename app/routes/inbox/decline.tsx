import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, uuidParam, whoMay } from '../../access/require.server.ts'
import { DECLINE_REASONS } from '../../domain/referrals/referral-reason.ts'
import { AnswerPage } from '../../features/referrals/inbox/answer-page.tsx'
import { declineReferral, declineReferralInput } from '../../features/referrals/inbox/decline-referral.server.ts'
import { readAnswerPage } from '../../features/referrals/inbox/read-answer-page.server.ts'
import { reasonChoices } from '../../features/referrals/sent/move-page.tsx'
import { RECIPIENT_REFUSALS } from '../../features/referrals/steps/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Radios } from '../../ui/fields/radios.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction<typeof loader> = () => [{ title: documentTitle('Decline a referral') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'referral')
  const page = await readAnswerPage({ actor, now }, uuidParam(args.params.referralId))
  return { page, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'referral'),
  params: ['referralId'],
  input: declineReferralInput,
  run: declineReferral,
  next: ({ referralId }) => href('/inbox/:referralId', { referralId }, { done: 'declined' }),
  refusals: RECIPIENT_REFUSALS,
})

export default function DeclineReferralPage() {
  const { page, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <AnswerPage
      title="Decline and suggest an alternative"
      move="decline"
      page={page}
      form={form}
      idempotencyKey={idempotencyKey}
      button="Decline this referral"
      variant="warning"
      consequence={
        <p className="govuk-body">
          {page.fromName} is notified immediately and can send the client elsewhere, with new consent. The client’s
          details will no longer be shown to you. This cannot be undone.
        </p>
      }
    >
      <Radios form={form} name="reason" label="Why do you decline?" choices={reasonChoices(DECLINE_REASONS)} />
      <Select
        form={form}
        name="suggestedAgencyId"
        label="Which agency could help instead?"
        emptyLabel="Choose an agency"
        options={page.alternatives.map(({ agencyId, name, takesReferrals }) => ({
          value: agencyId,
          label: takesReferrals ? name : `${name} (takes no new referrals at present)`,
        }))}
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
