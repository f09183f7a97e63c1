import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../access/require.server.ts'
import { uuidParam } from '../../access/uuid-param.server.ts'
import type { ContactOutcome } from '../../domain/cases/contact.ts'
import { AnswerPage } from '../../features/referrals/inbox/answer-page.tsx'
import { readContactPage } from '../../features/referrals/inbox/read-answer-page.server.ts'
import { SharedContact } from '../../features/referrals/package/package-view.tsx'
import { checkSharedContact } from '../../features/referrals/package/read-shared-contact.server.ts'
import { AttemptFields } from '../../features/referrals/steps/attempt-fields.tsx'
import {
  recordContactAttempt,
  recordContactAttemptInput,
} from '../../features/referrals/steps/record-contact-attempt.server.ts'
import { doneHref, refuseAnswer } from '../../features/referrals/steps/refuse-answer.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

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
