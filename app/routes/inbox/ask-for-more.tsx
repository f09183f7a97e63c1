import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, uuidParam, whoMay } from '../../access/require.server.ts'
import { AnswerPage } from '../../features/referrals/inbox/answer-page.tsx'
import { askForMore, askForMoreInput } from '../../features/referrals/inbox/ask-for-more.server.ts'
import { readAnswerPage } from '../../features/referrals/inbox/read-answer-page.server.ts'
import { RECIPIENT_REFUSALS } from '../../features/referrals/steps/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction<typeof loader> = () => [{ title: documentTitle('Ask for more information') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'referral')
  const page = await readAnswerPage({ actor, now }, uuidParam(args.params.referralId))
  return { page, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'referral'),
  params: ['referralId'],
  input: askForMoreInput,
  run: askForMore,
  next: ({ referralId }) => href('/inbox/:referralId', { referralId }, { done: 'asked' }),
  refusals: RECIPIENT_REFUSALS,
})

export default function AskForMorePage() {
  const { page, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <AnswerPage
      title="Ask for more information"
      move="ask_for_more"
      page={page}
      form={form}
      idempotencyKey={idempotencyKey}
      button="Send the question"
      consequence={
        <p className="govuk-body">
          {page.fromName} can answer only within the client’s consent. Your deadline restarts when they answer.
        </p>
      }
    >
      <TextArea
        form={form}
        name="message"
        label="What do you need to know?"
        hint="Ask only for what you need in order to help"
        rows={4}
        maxLength={1000}
      />
    </AnswerPage>
  )
}
