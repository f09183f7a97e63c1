import { Form } from '../../forms/form.tsx'
import { type FormState, fieldValue } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { Button } from '../../ui/button.tsx'
import type { Choice } from '../../ui/fields/choice.tsx'
import { ClientWishFields } from '../../ui/fields/client-wish-fields.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import type { ShownRepair } from './read-repair.server.ts'

interface AssignFormProps {
  form: FormState
  idempotencyKey: string
  repair: ShownRepair
  owners: readonly Choice[]
}

export function AssignForm({ form: sent, idempotencyKey, repair, owners }: AssignFormProps) {
  const { assigned, seenVersion } = repair
  const known = { assignedTo: assigned?.to ?? '', assignedPhone: assigned?.phone ?? '' }
  const form = { ...sent, values: { ...known, ...sent.values } }
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <HiddenField name="seenVersion" value={fieldValue(form, 'seenVersion') || seenVersion} />
      <TextInput
        form={form}
        name="assignedTo"
        label="Who does the work?"
        hint="A contractor, your estates team, or the council’s street scene team"
      />
      <TextInput form={form} name="assignedPhone" label="Their phone number" type="tel" width={20} />
      <DateInput
        form={form}
        name="expectedAt"
        label="When do they come?"
        hint="Leave empty if you do not know."
        withTime
      />
      <Radios form={form} name="surfaceOwner" label="Whose property is it?" choices={owners} small />
      <ClientWishFields
        form={form}
        label="Does the client agree that they come?"
        hint="No one comes to a client who prefers that they do not. For a public wall, say that the client was not asked."
      />
      <Button>Record who is on the way</Button>
    </Form>
  )
}
