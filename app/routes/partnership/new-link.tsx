import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireBusinessWith } from '../../access/require.server.ts'
import { uuidParam } from '../../access/uuid-param.server.ts'
import { ConfirmPage } from '../../features/staff/confirm-page.tsx'
import { readChangeable } from '../../features/staff/read-changeable.server.ts'
import { refusalWords } from '../../features/staff/refusal-words.server.ts'
import { sendNewLink } from '../../features/staff/send-new-link.server.ts'
import { EMPTY_FORM, withError } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('A new link') }]

export async function loader(asked: LoaderFunctionArgs) {
  return readChangeable(await requireBusinessWith(asked, 'staff', 'update'), uuidParam(asked.params.staffId))
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'staff', 'update')
  const staffId = uuidParam(asked.params.staffId)
  const read = await readForm(asked.request, z.object({}))
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const answer = await sendNewLink({ actor, now, key: read.key }, { staffId })
  if (answer.ok) return redirect(href('/staff/:staffId', { staffId }, { done: 'link' }), 303)
  const { status, field, message } = refusalWords(answer.refusal)
  return data({ form: withError(read.form, field, message) }, { status })
}

export default function NewLink() {
  const person = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <ConfirmPage {...person} title="A new link" button={`Make a new link for ${person.name}`} form={form}>
      <p className="govuk-body">
        They use it to choose a password and set up a phone again. Accord sends it by mail only. Their password and
        phone work until they use the link. Earlier links stop working.
      </p>
    </ConfirmPage>
  )
}
