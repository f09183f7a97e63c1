import type { ReactNode } from 'react'
import { Form } from '../../../forms/form.tsx'
import type { FormState } from '../../../forms/form-state.ts'
import { Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/fields/radios.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'

interface ReasonFormProps {
  form: FormState
  idempotencyKey: string
  question: string
  reasons: Readonly<Record<string, { label: string }>>
  /** Asks for a few words as well; they stay in the case and never reach the log. */
  noteLabel?: string
  button: string
  /** Questions before the reason. */
  children?: ReactNode
}

/** A decision that needs its reason. Nothing is chosen beforehand. */
export function ReasonForm({ form, idempotencyKey, question, reasons, noteLabel, button, children }: ReasonFormProps) {
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      {children}
      <Radios
        form={form}
        name="reason"
        label={question}
        labelSize="m"
        choices={Object.entries(reasons).map(([value, { label }]) => ({ value, label }))}
      />
      {noteLabel ? <TextArea form={form} name="note" label={noteLabel} rows={3} maxLength={1_000} /> : null}
      <Button>{button}</Button>
    </Form>
  )
}
