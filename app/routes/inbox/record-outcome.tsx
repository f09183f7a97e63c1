import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../access/require.server.ts'
import { uuidParam } from '../../access/uuid-param.server.ts'
import { OUTCOMES } from '../../domain/referrals/referral-reason.ts'
import { AnswerPage } from '../../features/referrals/inbox/answer-page.tsx'
import { readAnswerPage } from '../../features/referrals/inbox/read-answer-page.server.ts'
import { reasonChoices } from '../../features/referrals/sent/move-page.tsx'
import { recordOutcome, recordOutcomeInput } from '../../features/referrals/steps/record-outcome.server.ts'
import { refuseAnswer } from '../../features/referrals/steps/refuse-answer.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction<typeof loader> = () => [{ title: documentTitle('Record the outcome') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'referral')
  const page = await readAnswerPage({ actor, now }, uuidParam(asked.params.referralId))
  return { page, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'referral', 'update')
  const referralId = uuidParam(asked.params.referralId)
  const read = await readForm(asked.request, recordOutcomeInput)
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const answer = await recordOutcome({ actor, now, key: read.key }, { ...read.value, referralId })
  if (answer.ok) return redirect(href('/inbox/:referralId', { referralId }, { done: 'outcome' }), 303)
  return refuseAnswer(read.form, answer.refusal)
}

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
