import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../access/require.server.ts'
import { SENDER_REFUSALS } from '../../features/referrals/refusal-words.server.ts'
import { closeSentReferral, closeSentReferralInput } from '../../features/referrals/sent/close-sent-referral.server.ts'
import { MovePage } from '../../features/referrals/sent/move-page.tsx'
import { readSentBrief } from '../../features/referrals/sent/read-sent-brief.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Close a referral') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireCasework(args)
  return { sent: await readSentBrief({ actor }, uuidParam(args.params.referralId)), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['referralId'],
  input: closeSentReferralInput,
  run: closeSentReferral,
  next: ({ referralId }) => href('/sent/:referralId', { referralId }, { done: 'closed' }),
  refusals: SENDER_REFUSALS,
})

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
