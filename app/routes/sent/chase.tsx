import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework } from '../../access/require.server.ts'
import { uuidParam } from '../../access/uuid-param.server.ts'
import { refusedForm } from '../../features/referrals/refusal-words.server.ts'
import { chaseRecipient, chaseRecipientInput } from '../../features/referrals/sent/chase-recipient.server.ts'
import { MovePage } from '../../features/referrals/sent/move-page.tsx'
import { readSentBrief } from '../../features/referrals/sent/read-sent-brief.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Remind the other agency') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor } = await requireCasework(asked)
  return { sent: await readSentBrief({ actor }, uuidParam(asked.params.referralId)), idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const referralId = uuidParam(asked.params.referralId)
  const read = await readForm(asked.request, chaseRecipientInput)
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const chased = await chaseRecipient({ actor, now, key: read.key }, { referralId })
  if (chased.ok) return redirect(href('/sent/:referralId', { referralId }, { done: 'chased' }), 303)
  const { form, status } = refusedForm(read.form, chased.refusal)
  return data({ form }, { status })
}

export default function RemindRecipient() {
  const { sent, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <MovePage
      sent={sent}
      title={`Remind ${sent.recipientName}`}
      consequence="A message without personal data goes to their duty address, at most once a working day."
      possible={sent.chaseable}
      button={`Remind ${sent.recipientName}`}
      form={form}
      idempotencyKey={idempotencyKey}
    />
  )
}
