import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, uuidParam, whoMay } from '../../access/require.server.ts'
import { ConfirmPage } from '../../features/staff/confirm-page.tsx'
import { readChangeable } from '../../features/staff/read-changeable.server.ts'
import { STAFF_REFUSALS } from '../../features/staff/refusal-words.server.ts'
import { sendNewLink } from '../../features/staff/send-new-link.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('A new link') }]

export async function loader(args: LoaderFunctionArgs) {
  return readChangeable(await requireBusinessWith(args, 'staff', 'update'), uuidParam(args.params.staffId))
}

export const action = formAction({
  who: whoMay('update', 'staff'),
  params: ['staffId'],
  run: sendNewLink,
  next: ({ staffId }) => href('/staff/:staffId', { staffId }, { done: 'link' }),
  refusals: STAFF_REFUSALS,
})

export default function NewLink() {
  const person = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <ConfirmPage {...person} title="A new link" button={`Make a new link for ${person.name}`} form={form}>
      <p className="govuk-body">
        They use it to choose a password and set up a phone again. Accord sends it by e-mail only. Their password and
        phone work until they use the link. Earlier links stop working.
      </p>
    </ConfirmPage>
  )
}
