import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../access/require.server.ts'
import { uuidParam } from '../../access/uuid-param.server.ts'
import { AnswerPage } from '../../features/referrals/inbox/answer-page.tsx'
import { readAnswerPage } from '../../features/referrals/inbox/read-answer-page.server.ts'
import { closeReceived, closeReceivedInput } from '../../features/referrals/steps/close-received.server.ts'
import { refuseAnswer } from '../../features/referrals/steps/refuse-answer.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

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
  if (answer.ok) return redirect(href('/inbox/:referralId', { referralId }, { done: 'closed' }), 303)
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
          Your agency will have nothing more to do. You can still read what was shared, under Finished.
        </p>
      }
    />
  )
}
