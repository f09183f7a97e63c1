import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, uuidParam, whoMay } from '../../access/require.server.ts'
import { OUTCOMES } from '../../domain/referrals/referral-reason.ts'
import { AnswerPage } from '../../features/referrals/inbox/answer-page.tsx'
import { readAnswerPage } from '../../features/referrals/inbox/read-answer-page.server.ts'
import { reasonChoices } from '../../features/referrals/sent/move-page.tsx'
import { recordOutcome, recordOutcomeInput } from '../../features/referrals/steps/record-outcome.server.ts'
import { RECIPIENT_REFUSALS } from '../../features/referrals/steps/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction<typeof loader> = () => [{ title: documentTitle('Record the outcome') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'referral')
  const page = await readAnswerPage({ actor, now }, uuidParam(args.params.referralId))
  return { page, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'referral'),
  params: ['referralId'],
  input: recordOutcomeInput,
  run: recordOutcome,
  next: ({ referralId }) => href('/inbox/:referralId', { referralId }, { done: 'outcome' }),
  refusals: RECIPIENT_REFUSALS,
})

export default function RecordOutcomePage() {
  const { page, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <AnswerPage
      title="Record the outcome"
      move="record_outcome"
      page={page}
      form={form}
      idempotencyKey={idempotencyKey}
      button="Record the outcome"
      consequence={<p className="govuk-body">{page.fromName} is notified immediately, and tells the client.</p>}
    >
      <Radios form={form} name="outcome" label="What was the result?" choices={reasonChoices(OUTCOMES)} />
      <TextArea
        form={form}
        name="message"
        label="In your own words"
        hint="The other agency sees it, and may tell the client"
        rows={3}
        maxLength={1000}
      />
    </AnswerPage>
  )
}
