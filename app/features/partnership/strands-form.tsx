import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import type { StrandListed } from './read-partnership-settings.server.ts'

interface StrandsFormProps {
  form: FormState
  idempotencyKey: string
  national: StrandListed[]
  local: StrandListed[]
}

export function StrandsForm({ form, idempotencyKey, national, local }: StrandsFormProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Always on</h2>
      <p className="govuk-body">The standard asks every agency to accept the five national strands (G1).</p>
      <ul className="govuk-list govuk-list--bullet">
        {national.map(({ strand, label }) => (
          <li key={strand}>{label}</li>
        ))}
      </ul>
      <Form action={href('/settings/strands')} form={form} idempotencyKey={idempotencyKey}>
        <Checkboxes
          form={form}
          name="on"
          label="Local strands"
          labelSize="m"
          hint="Earlier reports keep their strands"
          choices={local.map(({ strand, label, hint }) => ({ value: strand, label, hint: hint || undefined }))}
        />
        <Button>Save the local strands</Button>
      </Form>
    </>
  )
}
