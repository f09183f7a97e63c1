import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, uuidParam, whoMay } from '../../access/require.server.ts'
import { AnswerPage } from '../../features/referrals/inbox/answer-page.tsx'
import { readContactPage } from '../../features/referrals/inbox/read-answer-page.server.ts'
import { SharedContact } from '../../features/referrals/package/package-view.tsx'
import { checkSharedContact } from '../../features/referrals/package/read-shared-contact.server.ts'
import { recordEngagement, recordEngagementInput } from '../../features/referrals/steps/record-engagement.server.ts'
import { RECIPIENT_REFUSALS } from '../../features/referrals/steps/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { ContactChannelRadios, UnsafeContactQuestion } from '../../ui/fields/unsafe-contact-question.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction<typeof loader> = () => [{ title: documentTitle('Record that you are in contact') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'referral')
  const page = await readContactPage({ actor, now }, uuidParam(args.params.referralId))
  return { page, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'referral'),
  params: ['referralId'],
  input: recordEngagementInput,
  check: ({ channel, ...confirmation }, { actor, referralId }) =>
    checkSharedContact(actor, referralId, { channel, outcome: 'spoke' }, confirmation),
  run: recordEngagement,
  next: ({ referralId }, { unsafeAnswers }) =>
    href('/inbox/:referralId', { referralId }, { done: unsafeAnswers.length > 0 ? 'contact-unsafe' : 'contact' }),
  refusals: RECIPIENT_REFUSALS,
})

export default function RecordEngagementPage() {
  const { page, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <AnswerPage
      title="Record that we are in contact"
      move="engage"
      page={page}
      form={form}
      idempotencyKey={idempotencyKey}
      button="Record that we are in contact"
      consequence={<SharedContact content={page.content} />}
    >
      <UnsafeContactQuestion form={form} />
      <ContactChannelRadios form={form} label="How did you reach them?" />
      <DateInput
        form={form}
        name="nextTryOn"
        label="When is the next contact?"
        hint="Leave it empty if none is agreed"
      />
      <TextArea
        form={form}
        name="message"
        label="Anything the other agency should know"
        hint="They see this. Do not include anything the client told you in confidence"
        rows={3}
        maxLength={1000}
      />
    </AnswerPage>
  )
}
