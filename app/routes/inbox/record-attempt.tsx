import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, uuidParam, whoMay } from '../../access/require.server.ts'
import type { ContactOutcome } from '../../domain/cases/contact.ts'
import { AnswerPage } from '../../features/referrals/inbox/answer-page.tsx'
import { readContactPage } from '../../features/referrals/inbox/read-answer-page.server.ts'
import { SharedContact } from '../../features/referrals/package/package-view.tsx'
import { checkSharedContact } from '../../features/referrals/package/read-shared-contact.server.ts'
import { AttemptFields } from '../../features/referrals/steps/attempt-fields.tsx'
import {
  recordContactAttempt,
  recordContactAttemptInput,
} from '../../features/referrals/steps/record-contact-attempt.server.ts'
import { RECIPIENT_REFUSALS } from '../../features/referrals/steps/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction<typeof loader> = () => [
  { title: documentTitle('Record an attempt to reach the client') },
]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'referral')
  const page = await readContactPage({ actor, now }, uuidParam(args.params.referralId))
  return { page, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'referral'),
  params: ['referralId'],
  input: recordContactAttemptInput,
  check: (sound, { actor, referralId }) => {
    const { channel, reason, ...confirmation } = sound
    const outcome = reason as ContactOutcome | undefined
    return checkSharedContact(actor, referralId, { channel, outcome }, confirmation)
  },
  run: recordContactAttempt,
  next: ({ referralId }, { unsafeAnswers }) =>
    href('/inbox/:referralId', { referralId }, { done: unsafeAnswers.length > 0 ? 'attempt-unsafe' : 'attempt' }),
  refusals: RECIPIENT_REFUSALS,
})

export default function RecordContactAttemptPage() {
  const { page, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <AnswerPage
      title="Record that the client was not reached"
      move="record_contact_attempt"
      page={page}
      form={form}
      idempotencyKey={idempotencyKey}
      button="Record this attempt"
      consequence={<SharedContact content={page.content} />}
    >
      <AttemptFields form={form} />
    </AnswerPage>
  )
}
