import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, uuidParam, whoMay } from '../../access/require.server.ts'
import { readAnswerPage } from '../../features/referrals/inbox/read-answer-page.server.ts'
import { HandOverPage } from '../../features/referrals/steps/hand-over-page.tsx'
import { handOverInput, handOverReferral } from '../../features/referrals/steps/hand-over-referral.server.ts'
import { RECIPIENT_REFUSALS } from '../../features/referrals/steps/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction<typeof loader> = () => [{ title: documentTitle('Hand over a referral') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'referral')
  const page = await readAnswerPage({ actor, now }, uuidParam(args.params.referralId))
  return { page, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'referral'),
  params: ['referralId'],
  input: handOverInput,
  run: handOverReferral,
  next: ({ referralId }) => href('/inbox/:referralId', { referralId }, { done: 'handed-over' }),
  refusals: RECIPIENT_REFUSALS,
})

export default function HandOver() {
  const { page, idempotencyKey } = useLoaderData<typeof loader>()
  const form =
    useActionData<typeof action>()?.form ?? filledWith({ staffId: page.recipientWorkerId ?? page.ownStaffId })
  return <HandOverPage page={page} form={form} idempotencyKey={idempotencyKey} />
}
