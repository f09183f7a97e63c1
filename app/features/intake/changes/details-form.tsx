import { Form } from '../../../forms/form.tsx'
import type { FormState } from '../../../forms/form-state.ts'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/fields/checkboxes.tsx'
import { Fieldset } from '../../../ui/fields/fieldset.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { TextInput } from '../../../ui/fields/text-input.tsx'
import { CountedQuestion, NeedsFields, OtherWays, SafetyQuestionFields } from '../client-details-fields.tsx'

interface DetailsFormProps {
  form: FormState
  idempotencyKey: string
  seenVersion: string
  contactPossible: boolean
}

export function DetailsForm({ form, idempotencyKey, seenVersion, contactPossible }: DetailsFormProps) {
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <HiddenField name="seenVersion" value={seenVersion} />
      {contactPossible ? null : (
        <Checkboxes
          form={form}
          name="contactPossible"
          label="May the client be contacted now?"
          labelSize="m"
          hint="Only if the client knows about the report and it is safe. The deadline to contact them then starts now."
          choices={[{ value: 'yes', label: 'Yes, they may be contacted' }]}
        />
      )}
      <Fieldset legend="How to reach them safely">
        <TextInput form={form} name="clientName" label="Name" hint="As they want to be called" autoComplete="off" />
        <TextInput form={form} name="phone" label="Phone number" type="tel" width={20} autoComplete="off" />
        <SafetyQuestionFields form={form} about={['phone']} />
        <OtherWays form={form} />
      </Fieldset>
      <Fieldset legend="What they need">
        <NeedsFields form={form} />
      </Fieldset>
      <TextArea form={form} name="wishes" label="What would they like to happen?" labelSize="m" rows={4} />
      <TextArea
        form={form}
        name="summary"
        label="Summary of the case"
        labelSize="m"
        hint="Referrals start with this summary. Leave out what other agencies do not need to know."
        rows={6}
        maxLength={2_000}
      />
      <CountedQuestion form={form} />
      <Button>Save these details</Button>
    </Form>
  )
}
