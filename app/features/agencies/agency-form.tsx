import { STRAND_IDS, STRANDS } from '../../domain/cases/strand.ts'
import { CONSENT_PURPOSES, type ConsentPurpose } from '../../domain/consents/consent-purpose.ts'
import { Form } from '../../forms/form.tsx'
import { type FormState, fieldValues } from '../../forms/form-state.ts'
import { Button } from '../../ui/button.tsx'
import { Details } from '../../ui/details.tsx'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'

interface AgencyFormProps {
  form: FormState
  idempotencyKey: string
  /** What an agency of this kind may receive referrals for; none where it receives none. */
  purposes: readonly ConsentPurpose[]
  /** All wards of the city. */
  wards: readonly string[]
}

/** What an agency tells the others about itself. */
export function AgencyForm({ form, idempotencyKey, purposes, wards }: AgencyFormProps) {
  return (
    <Form form={form} idempotencyKey={idempotencyKey}>
      <Radios
        form={form}
        name="takesReferrals"
        label="Do you take new referrals now?"
        inline
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No, we have paused' },
        ]}
      />
      <TextArea
        form={form}
        name="offers"
        label="What you offer"
        hint="Other agencies read this when they choose where to refer. Clients read it when they are asked for consent"
        rows={4}
        maxLength={600}
      />
      <TextInput form={form} name="hours" label="Hours" hint="For example: Monday to Friday, 09:00 to 17:00" />
      {purposes.length > 0 ? (
        <Checkboxes
          form={form}
          name="purposes"
          label="What you receive referrals for"
          choices={purposes.map((purpose) => ({ value: purpose, label: CONSENT_PURPOSES[purpose].label }))}
        />
      ) : null}
      <Checkboxes
        form={form}
        name="strands"
        label="Strands you specialise in"
        hint="Choose none if you help with all strands equally"
        choices={STRAND_IDS.map((strand) => ({ value: strand, label: STRANDS[strand].label }))}
      />
      <Details summary="Wards you serve" open={fieldValues(form, 'wards').length > 0}>
        <Checkboxes
          form={form}
          name="wards"
          label="Wards you serve"
          labelSize="s"
          hint="Choose none if you serve the whole city"
          choices={wards.map((ward) => ({ value: ward, label: ward }))}
          small
        />
      </Details>
      <TextInput form={form} name="dutyEmail" label="Duty e-mail address" type="email" spellCheck={false} />
      <TextInput form={form} name="dutyPhone" label="Duty telephone (optional)" type="tel" width={20} />
      <Button>Save agency details</Button>
    </Form>
  )
}
