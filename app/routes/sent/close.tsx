import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework } from '../../access/require.server.ts'
import { uuidParam } from '../../access/uuid-param.server.ts'
import { refusedForm } from '../../features/referrals/refusal-words.server.ts'
import { closeSentReferral, closeSentReferralInput } from '../../features/referrals/sent/close-sent-referral.server.ts'
import { MovePage } from '../../features/referrals/sent/move-page.tsx'
import { readSentBrief } from '../../features/referrals/sent/read-sent-brief.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Close a referral') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor } = await requireCasework(asked)
  return { sent: await readSentBrief({ actor }, uuidParam(asked.params.referralId)), idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const referralId = uuidParam(asked.params.referralId)
  const read = await readForm(asked.request, closeSentReferralInput)
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const closed = await closeSentReferral({ actor, now, key: read.key }, { ...read.value, referralId })
  if (closed.ok) return redirect(href('/sent/:referralId', { referralId }, { done: 'closed' }), 303)
  const { form, status } = refusedForm(read.form, closed.refusal)
  return data({ form }, { status })
}

export default function CloseReferral() {
  const { sent, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <MovePage
      sent={sent}
      title="Close this referral"
      consequence="Close it when the outcome is known and neither agency has more to do. It stays under Finished."
      possible={sent.moves.includes('close')}
      button="Close this referral"
      form={form}
      idempotencyKey={idempotencyKey}
    />
  )
}
