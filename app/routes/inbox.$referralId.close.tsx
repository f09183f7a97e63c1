import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../access/require.server.ts'
import { uuidParam } from '../access/uuid-param.server.ts'
import { AnswerPage } from '../features/referrals/answer-page.tsx'
import { closeReceived, closeReceivedInput } from '../features/referrals/close-received.server.ts'
import { readAnswerPage } from '../features/referrals/read-answer-page.server.ts'
import { refuseAnswer } from '../features/referrals/refuse-answer.server.ts'
import { documentTitle } from '../ui/document-title.ts'
import { EMPTY_FORM } from '../ui/form-state.ts'
import { readForm } from '../ui/read-form.server.ts'

export const meta: MetaFunction<typeof loader> = () => [{ title: documentTitle('Close a referral') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'referral')
  const page = await readAnswerPage({ actor, now }, uuidParam(asked.params.referralId))
  return { page, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'referral', 'update')
  const referralId = uuidParam(asked.params.referralId)
  const read = await readForm(asked.request, closeReceivedInput)
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const answer = await closeReceived({ actor, now, key: read.key }, { ...read.value, referralId })
  if (answer.ok) return redirect(`/inbox/${referralId}?done=closed`, 303)
  return refuseAnswer(read.form, answer.refusal)
}

export default function CloseReceivedPage() {
  const { page, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <AnswerPage
      title="Close this referral"
      move="close"
      page={page}
      form={form}
      idempotencyKey={idempotencyKey}
      button="Close this referral"
      consequence={
        <p className="govuk-body">
          Nothing more will be expected of your agency. What was shared stays readable under Finished.
        </p>
      }
    />
  )
}
