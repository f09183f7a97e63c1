import { Form } from '../../../forms/form.tsx'
import type { FormState } from '../../../forms/form-state.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/fields/checkboxes.tsx'

interface InviteFormProps {
  form: FormState
  idempotencyKey: string
  agencies: { agencyId: string; name: string; offers: string }[]
}

export function InvitePartnersForm({ form, idempotencyKey, agencies }: InviteFormProps) {
  return (
    <Form form={form} idempotencyKey={idempotencyKey}>
      <Checkboxes
        form={form}
        name="partnerAgencyIds"
        label="Which agencies do you want to invite?"
        hint="Each agency’s manager sees the invitation on Today. Its duty address gets an e-mail"
        choices={agencies.map(({ agencyId, name, offers }) => ({ value: agencyId, label: name, hint: offers }))}
      />
      <Button>Send the invitations</Button>
    </Form>
  )
}
