import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, uuidParam, whoMay } from '../../access/require.server.ts'
import { ConfirmPage } from '../../features/staff/confirm-page.tsx'
import { readChangeable } from '../../features/staff/read-changeable.server.ts'
import { STAFF_REFUSALS } from '../../features/staff/refusal-words.server.ts'
import { takeBack } from '../../features/staff/take-back.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Bring a person back') }]

export async function loader(args: LoaderFunctionArgs) {
  return readChangeable(await requireBusinessWith(args, 'staff', 'update'), uuidParam(args.params.staffId))
}

export const action = formAction({
  who: whoMay('update', 'staff'),
  params: ['staffId'],
  run: takeBack,
  next: ({ staffId }) => href('/staff/:staffId', { staffId }, { done: 'back' }),
  refusals: STAFF_REFUSALS,
})

export default function RestoreLeaver() {
  const person = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <ConfirmPage {...person} title="Bring a person back" button={`Bring ${person.name} back`} form={form}>
      <p className="govuk-body">
        They can sign in as before. They also get a link by e-mail, in case they forgot their password.
      </p>
    </ConfirmPage>
  )
}
