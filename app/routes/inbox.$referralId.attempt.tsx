import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../access/require.server.ts'
import { uuidParam } from '../access/uuid-param.server.ts'
import type { ContactOutcome } from '../domain/contact.ts'
import { AnswerPage } from '../features/referrals/answer-page.tsx'
import { AttemptFields } from '../features/referrals/attempt-fields.tsx'
import { SharedContact } from '../features/referrals/package-view.tsx'
import { readContactPage } from '../features/referrals/read-answer-page.server.ts'
import { checkSharedContact } from '../features/referrals/read-shared-contact.server.ts'
import { recordContactAttempt, recordContactAttemptInput } from '../features/referrals/record-contact-attempt.server.ts'
import { doneHref, refuseAnswer } from '../features/referrals/refuse-answer.server.ts'
import { documentTitle } from '../ui/document-title.ts'
import { EMPTY_FORM } from '../ui/form-state.ts'
import { readForm } from '../ui/read-form.server.ts'

export const meta: MetaFunction<typeof loader> = () => [
  { title: documentTitle('Record an attempt to reach the client') },
]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'referral')
  const page = await readContactPage({ actor, now }, uuidParam(asked.params.referralId))
  return { page, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'referral', 'update')
  const referralId = uuidParam(asked.params.referralId)
  const read = await readForm(asked.request, recordContactAttemptInput, {
    now,
    check: ({ channel, reason, ...confirmation }) =>
      checkSharedContact(actor, referralId, { channel, outcome: reason as ContactOutcome | undefined }, confirmation),
  })
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const answer = await recordContactAttempt({ actor, now, key: read.key }, { ...read.value, referralId })
  if (answer.ok) return redirect(doneHref(referralId, 'attempt', answer.value), 303)
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
      consequence={<SharedContact content={page.content} />}
    >
      <AttemptFields form={form} />
    </AnswerPage>
  )
}
