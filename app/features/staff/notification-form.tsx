import { DELIVERIES, HOW_TOLD_IDS, kindOf, type NotificationKind } from '../../domain/notifications/notification.ts'
import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/fields/select.tsx'

interface NotificationFormProps {
  form: FormState
  idempotencyKey: string
  kinds: NotificationKind[]
}

const OPTIONS = HOW_TOLD_IDS.map((how) => ({ value: how, label: DELIVERIES[how].label }))

export function NotificationForm({ form, idempotencyKey, kinds }: NotificationFormProps) {
  return (
    <Form form={form} idempotencyKey={idempotencyKey}>
      {kinds.map((kind) => (
        <Select key={kind} form={form} name={kind} label={kindOf(kind).label} options={OPTIONS} />
      ))}
      <Button>Save my notifications</Button>
    </Form>
  )
}
