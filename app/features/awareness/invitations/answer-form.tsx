import { Form } from '../../../forms/form.tsx'
import type { FormState } from '../../../forms/form-state.ts'
import { Button } from '../../../ui/button.tsx'
import { NobodyNamed } from '../../../ui/fields/nobody-named.tsx'
import { Radios } from '../../../ui/fields/radios.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'

export function AnswerForm({ form, idempotencyKey }: { form: FormState; idempotencyKey: string }) {
  return (
    <Form form={form} idempotencyKey={idempotencyKey}>
      <Radios
        form={form}
        name="answer"
        label="Will your agency take part?"
        choices={[
          { value: 'accepted', label: 'Yes, we will take part' },
          { value: 'declined', label: 'No, we cannot take part' },
        ]}
      />
      <TextArea
        form={form}
        name="note"
        label="Note (optional)"
        hint="Everyone in the partnership can read this. For example, who will come and what they will bring. Do not name clients"
        rows={3}
        maxLength={300}
      />
      <NobodyNamed form={form} />
      <Button>Send our answer</Button>
    </Form>
  )
}
