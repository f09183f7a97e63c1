import { Form } from '../../forms/form.tsx'
import { type FormState, fieldValue } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'

type Choices = readonly { value: string; label: string }[]

interface BookingFormProps {
  form: FormState
  idempotencyKey: string
  seenVersion: string
  choices: { states: Choices; bookedWith: Choices; reasons: Choices }
}

/** How far the booking of one need is. */
export function BookingForm({ form, idempotencyKey, seenVersion, choices }: BookingFormProps) {
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <HiddenField name="seenVersion" value={fieldValue(form, 'seenVersion') || seenVersion} />
      <Radios form={form} name="state" label="How far is it?" labelSize="m" choices={choices.states} />
      <Radios
        form={form}
        name="bookedWith"
        label="Who is booked?"
        hint="A child must never interpret."
        choices={choices.bookedWith}
      />
      <TextInput form={form} name="bookedName" label="Name or company, and reference" />
      <DateInput form={form} name="bookedFor" label="For when?" withTime />
      <Radios
        form={form}
        name="reason"
        label="Why does the client do without it?"
        hint="Only if the client does not want it, or went ahead without it."
        choices={choices.reasons}
      />
      <Button>Save the booking</Button>
    </Form>
  )
}
