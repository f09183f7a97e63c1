import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../access/require.server.ts'
import { uuidParam } from '../../access/uuid-param.server.ts'
import { AnswerPage } from '../../features/referrals/inbox/answer-page.tsx'
import { readAnswerPage } from '../../features/referrals/inbox/read-answer-page.server.ts'
import { receiveReferral, receiveReferralInput } from '../../features/referrals/inbox/receive-referral.server.ts'
import { refuseAnswer } from '../../features/referrals/steps/refuse-answer.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction<typeof loader> = () => [{ title: documentTitle('Confirm receipt') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'referral')
  const page = await readAnswerPage({ actor, now }, uuidParam(asked.params.referralId))
  return { page, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'referral', 'update')
  const referralId = uuidParam(asked.params.referralId)
  const read = await readForm(asked.request, receiveReferralInput)
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const answer = await receiveReferral({ actor, now, key: read.key }, { ...read.value, referralId })
  if (answer.ok) return redirect(href('/inbox/:referralId', { referralId }, { done: 'received' }), 303)
  return refuseAnswer(read.form, answer.refusal)
}

export default function ReceiveReferralPage() {
  const { page, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <AnswerPage
      title="Confirm that you have received it"
      move="receive"
      page={page}
      form={form}
      idempotencyKey={idempotencyKey}
      button="Confirm that we have received it"
      consequence={
        <p className="govuk-body">
          {page.fromName} sees that you have it. This does not change your deadline to answer.
        </p>
      }
    />
  )
}
