import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, uuidParam, whoMay } from '../../access/require.server.ts'
import { AnswerPage } from '../../features/referrals/inbox/answer-page.tsx'
import { readAnswerPage } from '../../features/referrals/inbox/read-answer-page.server.ts'
import { closeReceived, closeReceivedInput } from '../../features/referrals/steps/close-received.server.ts'
import { RECIPIENT_REFUSALS } from '../../features/referrals/steps/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction<typeof loader> = () => [{ title: documentTitle('Close a referral') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'referral')
  const page = await readAnswerPage({ actor, now }, uuidParam(args.params.referralId))
  return { page, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'referral'),
  params: ['referralId'],
  input: closeReceivedInput,
  run: closeReceived,
  next: ({ referralId }) => href('/inbox/:referralId', { referralId }, { done: 'closed' }),
  refusals: RECIPIENT_REFUSALS,
})

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
