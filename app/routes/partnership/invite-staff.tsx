import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, whoMay } from '../../access/require.server.ts'
import { InviteForm } from '../../features/staff/invite-form.tsx'
import { inviteStaff, inviteStaffInput } from '../../features/staff/invite-staff.server.ts'
import { listInviting } from '../../features/staff/read-people.server.ts'
import { STAFF_REFUSALS } from '../../features/staff/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Invite someone') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(args, 'staff', 'insert')
  return { ...(await listInviting({ actor })), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('insert', 'staff'),
  input: inviteStaffInput,
  run: inviteStaff,
  next: (_, { staffId }) => href('/staff/:staffId', { staffId }, { done: 'invited' }),
  refusals: STAFF_REFUSALS,
})

export default function Invite() {
  const { roles, agencies, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <BackLink href={href('/staff')}>People</BackLink>
      <PageTitle>Invite someone</PageTitle>
      <p className="govuk-body">
        They get a link by e-mail. It works once, within seven days. They use it to choose a password and set up their
        phone.
      </p>
      <InviteForm form={form} idempotencyKey={idempotencyKey} roles={roles} agencies={agencies} />
    </>
  )
}
