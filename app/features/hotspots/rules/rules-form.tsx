import type { ReleaseRules } from '../../../domain/hotspots/release/release-rules.ts'
import { Form } from '../../../forms/form.tsx'
import { type FormState, filledWith } from '../../../forms/form-state.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { TextInput } from '../../../ui/fields/text-input.tsx'

/** Each rule must be at least as strict as the one the portal came with. */
export function RulesForm({ form, idempotencyKey }: { form: FormState; idempotencyKey: string }) {
  const number = { form, width: 4 as const, inputMode: 'numeric' as const }
  return (
    <Form form={form} idempotencyKey={idempotencyKey}>
      <TextInput {...number} name="incidents" label="Minimum incidents in a number" hint="10 or more" />
      <TextInput {...number} name="clients" label="Minimum clients in a number" hint="5 or more" />
      <TextInput {...number} name="greatestShare" label="Largest share of one client, in per cent" hint="50 or less" />
      <TextInput
        {...number}
        name="residualClients"
        label="Minimum clients left after agencies subtract their own"
        hint="3 or more"
      />
      <TextInput {...number} name="rounding" label="Numbers are rounded to" hint="5 or more" />
      <TextInput {...number} name="finest" label="Finest size of hexagons" hint="8 is the finest, 5 the widest" />
      <TextArea form={form} name="reason" label="Why the rules should change" rows={3} maxLength={500} />
      <Button>Propose these rules</Button>
    </Form>
  )
}

export function rulesAsForm(rules: ReleaseRules): FormState {
  const { incidents, clients, greatestShare, residualClients, rounding, finest } = rules
  const values = { incidents, clients, greatestShare: greatestShare * 100, residualClients, rounding, finest }
  return filledWith(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])))
}
