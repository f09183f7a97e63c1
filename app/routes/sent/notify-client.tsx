import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../access/require.server.ts'
import { SENDER_REFUSALS } from '../../features/referrals/refusal-words.server.ts'
import { MovePage } from '../../features/referrals/sent/move-page.tsx'
import { readSentBrief } from '../../features/referrals/sent/read-sent-brief.server.ts'
import {
  checkClientNotification,
  tellClient,
  tellClientInput,
} from '../../features/referrals/sent/tell-client.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { ContactChannelRadios, UnsafeContactQuestion } from '../../ui/fields/unsafe-contact-question.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Record that you told the client') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireCasework(args)
  return { sent: await readSentBrief({ actor }, uuidParam(args.params.referralId)), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['referralId'],
  input: tellClientInput,
  check: (sound, { actor, referralId }) => checkClientNotification({ actor }, referralId, sound),
  run: tellClient,
  next: ({ referralId }, { unsafeAnswers }) =>
    href('/sent/:referralId', { referralId }, { done: `told${unsafeAnswers.length > 0 ? '-unsafe' : ''}` }),
  refusals: SENDER_REFUSALS,
})

export default function ClientTold() {
  const { sent, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <MovePage
      sent={sent}
      title={`Record that you told ${sent.clientName}`}
      consequence="Do this once you have told the client the news about this referral."
      possible={sent.newsAt !== null}
      button={`Record that you told ${sent.clientName}`}
      form={form}
      idempotencyKey={idempotencyKey}
    >
      <UnsafeContactQuestion form={form} />
      <ContactChannelRadios form={form} label="How did you tell them?" />
      <DateInput form={form} name="toldAt" label="When?" hint="Leave empty if it was just now" labelSize="s" withTime />
    </MovePage>
  )
}
