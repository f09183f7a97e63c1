import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { Button } from '../../ui/button.tsx'
import { NobodyNamed } from '../../ui/fields/nobody-named.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'

export function HoldForm({ form, idempotencyKey }: { form: FormState; idempotencyKey: string }) {
  return (
    <Form form={form} idempotencyKey={idempotencyKey}>
      <TextInput
        form={form}
        name="attendance"
        label="How many people came?"
        hint="An estimate will do. For press or social media: how many it reached, or 0"
        inputMode="numeric"
        width={5}
      />
      <TextArea
        form={form}
        name="materials"
        label="Materials given (optional)"
        hint="For example, 120 leaflets in English and Arabic"
        rows={3}
        maxLength={500}
      />
      <TextArea
        form={form}
        name="followUp"
        label="Follow-up needed (optional)"
        hint="Do not name clients. If someone wants help, refer them instead"
        rows={4}
        maxLength={1000}
      />
      <NobodyNamed form={form} />
      <Button>Record how it went</Button>
    </Form>
  )
}
