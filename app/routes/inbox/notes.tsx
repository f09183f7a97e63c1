import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, uuidParam, whoMay } from '../../access/require.server.ts'
import { readAnswerPage } from '../../features/referrals/inbox/read-answer-page.server.ts'
import { ReferralNoteForm } from '../../features/referrals/inbox/received-notes.tsx'
import { RECIPIENT_REFUSALS } from '../../features/referrals/steps/refusal-words.server.ts'
import { writeNoteInput, writeReferralNote } from '../../features/referrals/steps/write-note.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction<typeof loader> = () => [{ title: documentTitle('Add a note') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'referral')
  const { referralId, reference, fromName } = await readAnswerPage({ actor, now }, uuidParam(args.params.referralId))
  return { referralId, reference, fromName, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('insert', 'referralNote'),
  params: ['referralId'],
  input: writeNoteInput,
  run: writeReferralNote,
  next: ({ referralId }) => href('/inbox/:referralId', { referralId }, { done: 'noted' }),
  refusals: RECIPIENT_REFUSALS,
})

export default function AddNote() {
  const { referralId, reference, fromName, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <BackLink href={href('/inbox/:referralId', { referralId })}>Back to the referral</BackLink>
      <PageTitle caption={`Referral from ${fromName}`} reference={reference}>
        Add a note for your colleagues
      </PageTitle>
      <ReferralNoteForm
        action={href('/inbox/:referralId/notes', { referralId })}
        form={form}
        idempotencyKey={idempotencyKey}
      />
    </>
  )
}
