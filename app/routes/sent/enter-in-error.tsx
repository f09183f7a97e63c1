import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../access/require.server.ts'
import { ERROR_REASONS } from '../../domain/referrals/referral-reason.ts'
import { SENDER_REFUSALS } from '../../features/referrals/refusal-words.server.ts'
import { enterInError, enterInErrorInput } from '../../features/referrals/sent/enter-in-error.server.ts'
import { MovePage, reasonChoices } from '../../features/referrals/sent/move-page.tsx'
import { readSentBrief } from '../../features/referrals/sent/read-sent-brief.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Radios } from '../../ui/fields/radios.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Mark a referral as entered in error') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireCasework(args)
  return { sent: await readSentBrief({ actor }, uuidParam(args.params.referralId)), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['referralId'],
  input: enterInErrorInput,
  run: enterInError,
  next: ({ referralId }) => href('/sent/:referralId', { referralId }, { done: 'in-error' }),
  refusals: SENDER_REFUSALS,
})

export default function EnterInError() {
  const { sent, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <MovePage
      sent={sent}
      title="Mark as entered in error"
      consequence={`Nothing is deleted: the referral stays in your records. ${sent.recipientName} is notified that it was a mistake and no longer sees what was shared.`}
      possible={sent.moves.includes('enter_in_error')}
      button="Mark as entered in error"
      warning
      form={form}
      idempotencyKey={idempotencyKey}
    >
      <Radios form={form} name="reason" label="What was wrong?" choices={reasonChoices(ERROR_REASONS)} />
    </MovePage>
  )
}
