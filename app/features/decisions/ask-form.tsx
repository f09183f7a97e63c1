import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { Button } from '../../ui/button.tsx'
import { ClientWishFields } from '../../ui/fields/client-wish-fields.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'

export interface AskFormWords {
  scopeLabel: string
  scopes: readonly { value: string; label: string }[]
  reasonLabel: string
  reasonHint: string
  /** The question about the client's wish (G8), or null where the agency does nothing for the client. */
  wishLabel: string | null
}

interface AskFormProps {
  form: FormState
  words: AskFormWords
  idempotencyKey: string
}

/** Asks a manager: what, why, until when, and what the client wants. */
export function AskForm({ form, words, idempotencyKey }: AskFormProps) {
  const { scopeLabel, scopes, reasonLabel, reasonHint, wishLabel } = words
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      {scopes.length > 0 ? <Radios form={form} name="scope" label={scopeLabel} labelSize="m" choices={scopes} /> : null}
      <TextArea
        form={form}
        name="reason"
        label={reasonLabel}
        hint={reasonHint}
        labelSize="m"
        rows={5}
        maxLength={2_000}
      />
      <WantedBy form={form} />
      {wishLabel ? <ClientWishFields form={form} label={wishLabel} /> : null}
      <Button>Ask a manager</Button>
    </Form>
  )
}

export function WantedBy({ form }: { form: FormState }) {
  return <DateInput form={form} name="wantedBy" label="By which day do you need the decision?" labelSize="m" />
}
