import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { GivingFields, type GivingQuestions } from './giving-fields.tsx'

interface GiveFormProps {
  form: FormState
  idempotencyKey: string
  page: { forWitnesses: boolean; questions: GivingQuestions }
}

export function GiveForm({ form, idempotencyKey, page }: GiveFormProps) {
  return (
    <Form form={form} idempotencyKey={idempotencyKey}>
      {page.forWitnesses ? (
        <Radios
          form={form}
          name="recipient"
          label="Who got it?"
          choices={[
            { value: 'client', label: 'The client' },
            {
              value: 'witness',
              label: 'A witness',
              reveal: <TextInput form={form} name="recipientName" label="Name of the witness" />,
            },
          ]}
          small
        />
      ) : (
        <HiddenField name="recipient" value="client" />
      )}
      <GivingFields form={form} questions={page.questions} wayLabel="How did they get it?" />
      <Button>Record that it was given</Button>
    </Form>
  )
}
