import type { ReactNode } from 'react'
import type { AutosavedKey } from '../domain/drafts/draft-form.ts'
import { draftAddress } from './draft-address.ts'
import { DraftNote } from './draft-note.tsx'
import { Form } from './form.tsx'
import { type FormState, fieldValue } from './form-state.ts'
import { HiddenField } from './hidden-field.tsx'
import { useAutosave } from './use-autosave.ts'

interface DraftedFormProps {
  /** Which draft the form keeps while it is being typed in. */
  draftOf: AutosavedKey
  form: FormState
  idempotencyKey: string
  /** Beside the words that say whether the draft is saved. */
  buttons: ReactNode
  children: ReactNode
}

/** A form that keeps what is typed until it is saved. Its schema has the field of `draftEntries`. */
export function DraftedForm({ draftOf, form, idempotencyKey, buttons, children }: DraftedFormProps) {
  const { formRef, draft } = useAutosave(draftAddress(draftOf))
  return (
    <Form idempotencyKey={idempotencyKey} form={form} formRef={formRef}>
      <HiddenField name="draftId" value={fieldValue(form, 'draftId') || idempotencyKey} />
      {children}
      <div className="accord-save accord-no-print">
        <DraftNote draft={draft} />
        {buttons}
      </div>
    </Form>
  )
}
