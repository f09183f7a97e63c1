import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../access/require.server.ts'
import { uuidParam } from '../access/uuid-param.server.ts'
import { ATTEMPT_RESULTS } from '../domain/referral-reason.ts'
import { AnswerPage } from '../features/referrals/answer-page.tsx'
import { reasonChoices } from '../features/referrals/move-page.tsx'
import { readAnswerPage } from '../features/referrals/read-answer-page.server.ts'
import { recordContactAttempt, recordContactAttemptInput } from '../features/referrals/record-contact-attempt.server.ts'
import { refuseAnswer } from '../features/referrals/refuse-answer.server.ts'
import { DateInput } from '../ui/date-input.tsx'
import { documentTitle } from '../ui/document-title.ts'
import { EMPTY_FORM } from '../ui/form-state.ts'
import { Radios } from '../ui/radios.tsx'
import { readForm } from '../ui/read-form.server.ts'
import { TextArea } from '../ui/text-area.tsx'

export const meta: MetaFunction<typeof loader> = () => [
  { title: documentTitle('Record an attempt to reach the client') },
]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'referral')
  const page = await readAnswerPage({ actor, now }, uuidParam(asked.params.referralId))
  return { page, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'referral', 'update')
  const referralId = uuidParam(asked.params.referralId)
  const read = await readForm(asked.request, recordContactAttemptInput, { now })
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const answer = await recordContactAttempt({ actor, now, key: read.key }, { ...read.value, referralId })
  if (answer.ok) return redirect(`/inbox/${referralId}?done=attempt`, 303)
  return refuseAnswer(read.form, answer.refusal)
}

export default function RecordContactAttemptPage() {
  const { page, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <AnswerPage
      title="Record that the client was not reached"
      move="record_contact_attempt"
      page={page}
      form={form}
      idempotencyKey={idempotencyKey}
      button="Record this attempt"
    >
      <Radios form={form} name="reason" label="What happened?" choices={reasonChoices(ATTEMPT_RESULTS)} />
      <DateInput form={form} name="attemptedAt" label="When did you try?" hint="Leave it empty for now" withTime />
      <DateInput form={form} name="nextTryOn" label="When will you try next?" hint="The other agency sees the day" />
      <TextArea
        form={form}
        name="message"
        label="Anything the other agency should know"
        hint="They see it. Nothing the client told you in confidence"
        rows={3}
        maxLength={1000}
      />
    </AnswerPage>
  )
}
