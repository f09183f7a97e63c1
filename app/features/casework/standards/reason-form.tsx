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
  /** Label of an extra note, which stays in the case and never reaches the log. */
  noteLabel?: string
  button: string
  children?: ReactNode
}

/** A decision that needs a reason. Nothing is selected in advance. */
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
