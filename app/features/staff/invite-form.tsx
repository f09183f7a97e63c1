import { STAFF_ROLES, type StaffRole } from '../../domain/partnership/actor.ts'
import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { InsetText } from '../../ui/inset-text.tsx'

const WHAT_ROLES_DO: Record<StaffRole, string> = {
  case_worker: 'Reports, cases, consents and referrals of their agency',
  manager: 'The same, and allocates, authorises sharing without consent, and invites case workers',
  coordinator: 'Counts across the partnership; no client, case or referral',
  cohesion_officer: 'Counts and places for awareness work; no client, case or referral',
  administrator: 'Agencies, people and settings of the portal; no case content',
}

interface InviteFormProps {
  form: FormState
  idempotencyKey: string
  roles: StaffRole[]
  /** A single agency is not asked about: the form names it. */
  agencies: { agencyId: string; name: string }[]
}

export function InviteForm({ form, idempotencyKey, roles, agencies }: InviteFormProps) {
  const [only] = agencies
  return (
    <Form form={form} idempotencyKey={idempotencyKey}>
      {agencies.length === 1 && only ? (
        <HiddenField name="agencyId" value={only.agencyId} />
      ) : (
        <Select
          form={form}
          name="agencyId"
          label="Agency"
          emptyLabel="Choose an agency"
          options={agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
        />
      )}
      <TextInput form={form} name="name" label="Name" autoComplete="off" spellCheck={false} />
      <TextInput
        form={form}
        name="email"
        label="E-mail address at work"
        hint="They sign in with it"
        type="email"
        autoComplete="off"
        spellCheck={false}
      />
      <TextInput form={form} name="jobTitle" label="Job title (optional)" autoComplete="off" />
      <TextInput form={form} name="phone" label="Telephone (optional)" type="tel" width={20} autoComplete="off" />
      <RoleField form={form} roles={roles} />
      <Button>Invite to Accord</Button>
    </Form>
  )
}

/** A single role is not asked about: the form names it. */
function RoleField({ form, roles }: { form: FormState; roles: StaffRole[] }) {
  const [only] = roles
  if (roles.length !== 1 || !only) return <RoleRadios form={form} roles={roles} />
  return (
    <>
      <HiddenField name="role" value={only} />
      <InsetText>
        They join as {STAFF_ROLES[only].label.toLowerCase()}: {WHAT_ROLES_DO[only].toLowerCase()}. Managers and others
        are invited by the portal’s administrator.
      </InsetText>
    </>
  )
}

/** The roles, each described by what it may see and do. */
export function RoleRadios({ form, roles }: { form: FormState; roles: StaffRole[] }) {
  return (
    <Radios
      form={form}
      name="role"
      label="What is their role?"
      choices={roles.map((role) => ({ value: role, label: STAFF_ROLES[role].label, hint: WHAT_ROLES_DO[role] }))}
    />
  )
}
