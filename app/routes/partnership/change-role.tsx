import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, requireBusinessWith, uuidParam, whoMay } from '../../access/require.server.ts'
import { changeRole, changeRoleInput } from '../../features/staff/change-role.server.ts'
import { RoleRadios } from '../../features/staff/invite-form.tsx'
import { readChangeable } from '../../features/staff/read-changeable.server.ts'
import { STAFF_REFUSALS } from '../../features/staff/refusal-words.server.ts'
import { Form } from '../../forms/form.tsx'
import { formAction } from '../../forms/form-action.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Change a role') }]

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireBusinessWith(args, 'staff', 'update')
  const person = await readChangeable(signedIn, uuidParam(args.params.staffId))
  // A person who may give only one role has nothing to choose.
  if (person.roles.length < 2) throw notFound()
  return person
}

export const action = formAction({
  who: whoMay('update', 'staff'),
  params: ['staffId'],
  input: changeRoleInput,
  run: changeRole,
  next: ({ staffId }) => href('/staff/:staffId', { staffId }, { done: 'role' }),
  refusals: STAFF_REFUSALS,
})

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
