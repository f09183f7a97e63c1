import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../access/require.server.ts'
import { uuidParam } from '../../access/uuid-param.server.ts'
import { readAnswerPage } from '../../features/referrals/inbox/read-answer-page.server.ts'
import { HandOverPage } from '../../features/referrals/steps/hand-over-page.tsx'
import { handOverInput, handOverReferral } from '../../features/referrals/steps/hand-over-referral.server.ts'
import { refuseAnswer } from '../../features/referrals/steps/refuse-answer.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction<typeof loader> = () => [{ title: documentTitle('Hand over a referral') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'referral')
  const page = await readAnswerPage({ actor, now }, uuidParam(asked.params.referralId))
  return { page, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'referral', 'update')
  const referralId = uuidParam(asked.params.referralId)
  const read = await readForm(asked.request, handOverInput)
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const given = await handOverReferral({ actor, now, key: read.key }, { ...read.value, referralId })
  if (given.ok) return redirect(href('/inbox/:referralId', { referralId }, { done: 'handed-over' }), 303)
  return refuseAnswer(read.form, given.refusal)
}

export default function HandOver() {
  const { page, idempotencyKey } = useLoaderData<typeof loader>()
  const form =
    useActionData<typeof action>()?.form ?? filledWith({ staffId: page.recipientWorkerId ?? page.ownStaffId })
  return <HandOverPage page={page} form={form} idempotencyKey={idempotencyKey} />
}
