import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../access/require.server.ts'
import { SENDER_REFUSALS } from '../../features/referrals/refusal-words.server.ts'
import { chaseRecipient, chaseRecipientInput } from '../../features/referrals/sent/chase-recipient.server.ts'
import { MovePage } from '../../features/referrals/sent/move-page.tsx'
import { readSentBrief } from '../../features/referrals/sent/read-sent-brief.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Remind the other agency') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireCasework(args)
  return { sent: await readSentBrief({ actor }, uuidParam(args.params.referralId)), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['referralId'],
  input: chaseRecipientInput,
  run: chaseRecipient,
  next: ({ referralId }) => href('/sent/:referralId', { referralId }, { done: 'chased' }),
  refusals: SENDER_REFUSALS,
})

export default function RemindRecipient() {
  const { sent, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <MovePage
      sent={sent}
      title={`Remind ${sent.recipientName}`}
      consequence="Accord sends an e-mail without personal data to their duty address. You can do this once each working day."
      possible={sent.chaseable}
      button={`Remind ${sent.recipientName}`}
      form={form}
      idempotencyKey={idempotencyKey}
    />
  )
}
