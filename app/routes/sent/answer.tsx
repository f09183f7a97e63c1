import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../access/require.server.ts'
import { ClientLimits } from '../../features/referrals/decide/client-limits.tsx'
import { SENDER_REFUSALS } from '../../features/referrals/refusal-words.server.ts'
import { AnswerNotAllowed } from '../../features/referrals/sent/answer-not-allowed.tsx'
import {
  giveMoreInformation,
  giveMoreInformationInput,
} from '../../features/referrals/sent/give-more-information.server.ts'
import { MovePage } from '../../features/referrals/sent/move-page.tsx'
import { readAnswerToGive } from '../../features/referrals/sent/read-answer-to-give.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Answer a question about a referral') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await readAnswerToGive({ actor, now }, uuidParam(args.params.referralId))
  return { page, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['referralId'],
  input: giveMoreInformationInput,
  run: giveMoreInformation,
  next: ({ referralId }) => href('/sent/:referralId', { referralId }, { done: 'answered' }),
  refusals: SENDER_REFUSALS,
})

export default function AnswerQuestion() {
  const { page, idempotencyKey } = useLoaderData<typeof loader>()
  const { sent, limits, missing, byOverride } = page
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <MovePage
      sent={sent}
      title="Answer their question"
      consequence={
        <>
          {sent.recipientName} asks:
          <InsetText>{sent.question}</InsetText>
          <ClientLimits limits={limits} />
        </>
      }
      notAllowed={missing ? <AnswerNotAllowed page={page} /> : undefined}
      possible={sent.moves.includes('give_more')}
      button={`Send the answer to ${sent.recipientName}`}
      form={form}
      idempotencyKey={idempotencyKey}
    >
      <TextArea
        form={form}
        name="message"
        label="Your answer"
        hint={`Only what ${byOverride ? 'the manager authorised' : 'the client has agreed to share with them'}. The referral shows this as shared.`}
        maxLength={2000}
      />
    </MovePage>
  )
}
