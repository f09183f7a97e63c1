import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { GivingFields, type GivingQuestions } from './giving-fields.tsx'

interface SupportPackFormProps {
  form: FormState
  idempotencyKey: string
  witnesses: readonly { recipientId: string; to: string }[]
  items: readonly { name: string; label: string }[]
  questions: GivingQuestions
}

const ANSWERS = [
  { value: 'given', label: 'Given' },
  { value: 'declined', label: 'Declined' },
]

/** What one person was given or declined of the pack. */
export function SupportPackForm({ form, idempotencyKey, witnesses, items, questions }: SupportPackFormProps) {
  return (
    <Form form={form} idempotencyKey={idempotencyKey}>
      <Radios
        form={form}
        name="recipient"
        label="Who did you offer the pack to?"
        choices={[
          { value: 'client', label: 'The client' },
          ...witnesses.map(({ recipientId, to }) => ({ value: recipientId, label: to })),
          {
            value: 'new',
            label: witnesses.length > 0 ? 'Another witness' : 'A witness',
            reveal: <TextInput form={form} name="recipientName" label="Name of the witness" />,
          },
        ]}
        small
      />
      {items.map(({ name, label }) => (
        <Radios key={name} form={form} name={name} label={label} choices={ANSWERS} inline small />
      ))}
      <GivingFields form={form} questions={questions} wayLabel="How did you offer it?" />
      <Button>Record the support pack</Button>
    </Form>
  )
}
