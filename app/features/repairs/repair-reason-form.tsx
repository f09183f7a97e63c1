import type { ReactNode } from 'react'
import { Form } from '../../forms/form.tsx'
import { type FormState, fieldValue } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'

interface RepairReasonFormProps {
  form: FormState
  idempotencyKey: string
  seenVersion: string
  question: string
  reasons: Readonly<Record<string, { label: string }>>
  /** Label of a note, which stays in the case and never reaches the log. */
  noteLabel?: string
  button: string
  children: ReactNode
}

/** A step that needs a reason. Nothing is selected in advance. */
export function RepairReasonForm({ form, idempotencyKey, seenVersion, ...asked }: RepairReasonFormProps) {
  const { question, reasons, noteLabel, button, children } = asked
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <HiddenField name="seenVersion" value={fieldValue(form, 'seenVersion') || seenVersion} />
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
