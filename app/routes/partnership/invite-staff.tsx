import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../access/require.server.ts'
import { InviteForm } from '../../features/staff/invite-form.tsx'
import { inviteStaff, inviteStaffFields } from '../../features/staff/invite-staff.server.ts'
import { listInviting } from '../../features/staff/read-people.server.ts'
import { refusalWords } from '../../features/staff/refusal-words.server.ts'
import { EMPTY_FORM, withError } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Invite someone') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(asked, 'staff', 'insert')
  return { ...(await listInviting({ actor })), idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'staff', 'insert')
  const read = await readForm(asked.request, inviteStaffFields)
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const invited = await inviteStaff({ actor, now, key: read.key }, read.value)
  if (invited.ok) return redirect(href('/staff/:staffId', { staffId: invited.value.staffId }, { done: 'invited' }), 303)
  const { status, field, message } = refusalWords(invited.refusal)
  return data({ form: withError(read.form, field, message) }, { status })
}

export default function Invite() {
  const { roles, agencies, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <BackLink href={href('/staff')}>People</BackLink>
      <PageTitle>Invite someone</PageTitle>
      <p className="govuk-body">
        They get a link by mail. It works once, within seven days. They use it to choose a password and set up their
        phone.
      </p>
      <InviteForm form={form} idempotencyKey={idempotencyKey} roles={roles} agencies={agencies} />
    </>
  )
}
