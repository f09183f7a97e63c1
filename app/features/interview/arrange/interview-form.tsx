import { DraftedForm } from '../../../forms/drafted-form.tsx'
import { Form } from '../../../forms/form.tsx'
import { type FormState, fieldValue } from '../../../forms/form-state.ts'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { Button } from '../../../ui/button.tsx'
import { DateInput } from '../../../ui/fields/date-input.tsx'
import { Fieldset } from '../../../ui/fields/fieldset.tsx'
import { Radios } from '../../../ui/fields/radios.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { TextInput } from '../../../ui/fields/text-input.tsx'

/** The words of the form's choices, which the server sends: no browser loads their tables. */
export interface ArrangeChoices {
  places: readonly { value: string; label: string }[]
  choosers: readonly { value: string; label: string }[]
  companions: readonly { value: string; label: string }[]
  lengths: readonly { value: string; label: string }[]
  reasons: readonly { value: string; label: string }[]
}

interface InterviewFormProps {
  form: FormState
  idempotencyKey: string
  choices: ArrangeChoices
}

/** Arranges an interview; its draft is kept. */
export function ArrangeForm({ caseId, ...shown }: InterviewFormProps & { caseId: string }) {
  const { form, idempotencyKey } = shown
  return (
    <DraftedForm
      draftOf={{ form: 'arrange-interview', subject: caseId }}
      form={form}
      idempotencyKey={idempotencyKey}
      buttons={<Button>Arrange the interview</Button>}
    >
      <AppointmentFields {...shown} />
    </DraftedForm>
  )
}

/** Changes an interview, with the reason. */
export function ChangeForm({ seenVersion, ...shown }: InterviewFormProps & { seenVersion: string }) {
  const { form, idempotencyKey, choices } = shown
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <HiddenField name="seenVersion" value={fieldValue(form, 'seenVersion') || seenVersion} />
      <AppointmentFields {...shown} />
      <Radios form={form} name="reason" label="Why does it change?" labelSize="m" choices={choices.reasons} />
      <Button>Save the change</Button>
    </Form>
  )
}

function AppointmentFields({ form, choices }: InterviewFormProps) {
  return (
    <>
      <Radios
        form={form}
        name="place"
        label="Where would the client like to meet?"
        labelSize="m"
        hint="Read all of them out. The client chooses."
        choices={choices.places}
      />
      <Radios form={form} name="chosenBy" label="Who chose this place?" choices={choices.choosers} />
      <TextInput
        form={form}
        name="placeDetail"
        label="Where exactly?"
        hint="An address, an office, or a number that is safe to call then"
      />
      <DateInput form={form} name="startsAt" label="When?" labelSize="m" withTime />
      <Radios form={form} name="minutes" label="How long?" choices={choices.lengths} small />
      <Fieldset legend="Safety">
        <TextArea form={form} name="mustNotKnow" label="Who must not know of it?" rows={2} maxLength={500} />
        <TextArea
          form={form}
          name="arrival"
          label="How do we arrive and leave safely?"
          hint="For example: come without a badge, do not ring the bell"
          rows={2}
          maxLength={500}
        />
      </Fieldset>
      <Radios
        form={form}
        name="companion"
        label="Who comes along with the client?"
        labelSize="m"
        hint="A supporter may come. A child must never interpret: book an interpreter."
        choices={choices.companions}
      />
      <TextInput form={form} name="companionName" label="Who is it?" hint="For example: her sister" />
    </>
  )
}
