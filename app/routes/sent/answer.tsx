import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework } from '../../access/require.server.ts'
import { uuidParam } from '../../access/uuid-param.server.ts'
import { ClientLimits } from '../../features/referrals/decide/client-limits.tsx'
import { refusedForm } from '../../features/referrals/refusal-words.server.ts'
import { AnswerNotAllowed } from '../../features/referrals/sent/answer-not-allowed.tsx'
import {
  giveMoreInformation,
  giveMoreInformationInput,
} from '../../features/referrals/sent/give-more-information.server.ts'
import { MovePage } from '../../features/referrals/sent/move-page.tsx'
import { readAnswerToGive } from '../../features/referrals/sent/read-answer-to-give.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Answer a question about a referral') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const page = await readAnswerToGive({ actor, now }, uuidParam(asked.params.referralId))
  return { page, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const referralId = uuidParam(asked.params.referralId)
  const read = await readForm(asked.request, giveMoreInformationInput)
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const moved = await giveMoreInformation({ actor, now, key: read.key }, { ...read.value, referralId })
  if (moved.ok) return redirect(href('/sent/:referralId', { referralId }, { done: 'answered' }), 303)
  const { form, status } = refusedForm(read.form, moved.refusal)
  return data({ form }, { status })
}

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
          {sent.recipientName} ask:
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
        hint={`Only what ${byOverride ? 'the manager authorised' : 'the client has agreed to share with them'}. Your log records this as shared.`}
        maxLength={2000}
      />
    </MovePage>
  )
}
