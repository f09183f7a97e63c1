import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, requireBusinessWith } from '../../access/require.server.ts'
import { uuidParam } from '../../access/uuid-param.server.ts'
import { changeRole, changeRoleFields } from '../../features/staff/change-role.server.ts'
import { RoleRadios } from '../../features/staff/invite-form.tsx'
import { readChangeable } from '../../features/staff/read-changeable.server.ts'
import { refusalWords } from '../../features/staff/refusal-words.server.ts'
import { Form } from '../../forms/form.tsx'
import { filledWith, withError } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Change a role') }]

export async function loader(asked: LoaderFunctionArgs) {
  const signedIn = await requireBusinessWith(asked, 'staff', 'update')
  const person = await readChangeable(signedIn, uuidParam(asked.params.staffId))
  // A manager has only one role to give.
  if (person.roles.length < 2) throw notFound()
  return person
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'staff', 'update')
  const staffId = uuidParam(asked.params.staffId)
  const read = await readForm(asked.request, changeRoleFields)
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const changed = await changeRole({ actor, now, key: read.key }, { ...read.value, staffId })
  if (changed.ok) return redirect(href('/staff/:staffId', { staffId }, { done: 'role' }), 303)
  const { status, field, message } = refusalWords(changed.refusal)
  return data({ form: withError(read.form, field, message) }, { status })
}

export default function ChangeRole() {
  const { staffId, name, roleId, roles, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? filledWith({ role: roleId })
  return (
    <>
      <BackLink href={href('/staff/:staffId', { staffId })}>{name}</BackLink>
      <PageTitle caption={name}>Change their role</PageTitle>
      <p className="govuk-body">
        The change takes effect immediately, and they must sign in again. If they no longer work with cases, their open
        cases go back to the queue. Their referrals go to the managers.
      </p>
      <Form form={form} idempotencyKey={idempotencyKey}>
        <RoleRadios form={form} roles={roles} />
        <Button>Change the role of {name}</Button>
      </Form>
    </>
  )
}
