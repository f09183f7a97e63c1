import { HOW_TOLD, HOW_TOLD_IDS, kindOf, type NotificationKind } from '../../domain/notification.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormState } from '../../ui/form-state.ts'
import { Select } from '../../ui/select.tsx'

interface NotificationFormProps {
  form: FormState
  idempotencyKey: string
  kinds: NotificationKind[]
}

const OPTIONS = HOW_TOLD_IDS.map((how) => ({ value: how, label: HOW_TOLD[how].label }))

/** One question for each kind of message. */
export function NotificationForm({ form, idempotencyKey, kinds }: NotificationFormProps) {
  return (
    <Form form={form} idempotencyKey={idempotencyKey}>
      {kinds.map((kind) => (
        <Select key={kind} form={form} name={kind} label={kindOf(kind).label} options={OPTIONS} />
      ))}
      <Button>Save how I am told</Button>
    </Form>
  )
}
