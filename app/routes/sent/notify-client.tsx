import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework } from '../../access/require.server.ts'
import { uuidParam } from '../../access/uuid-param.server.ts'
import { refusedForm } from '../../features/referrals/refusal-words.server.ts'
import { MovePage } from '../../features/referrals/sent/move-page.tsx'
import { readSentBrief } from '../../features/referrals/sent/read-sent-brief.server.ts'
import { checkTelling, tellClient, tellClientInput } from '../../features/referrals/sent/tell-client.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { askAboutUnsafeContact } from '../../forms/unsafe-contact-fields.server.ts'
import { href } from '../../href.ts'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { ContactChannelRadios, UnsafeContactQuestion } from '../../ui/fields/unsafe-contact-question.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Record that you told the client') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor } = await requireCasework(asked)
  return { sent: await readSentBrief({ actor }, uuidParam(asked.params.referralId)), idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const referralId = uuidParam(asked.params.referralId)
  const read = await readForm(asked.request, tellClientInput, {
    now,
    check: (sound) => checkTelling({ actor }, referralId, sound),
  })
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const told = await tellClient({ actor, now, key: read.key }, { ...read.value, referralId })
  if (told.ok)
    return redirect(
      href(
        '/sent/:referralId',
        { referralId },
        { done: `told${told.value.unsafeAnswers.length > 0 ? '-unsafe' : ''}` },
      ),
      303,
    )
  if (told.refusal.kind === 'against-safe-contact')
    return data({ form: askAboutUnsafeContact(read.form, told.refusal) }, { status: 422 })
  const { form, status } = refusedForm(read.form, told.refusal)
  return data({ form }, { status })
}

export default function ClientTold() {
  const { sent, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <MovePage
      sent={sent}
      title={`Record that you told ${sent.clientName}`}
      consequence="The client knows the result of the referral. Nothing more is due."
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
