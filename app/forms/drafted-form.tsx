import type { ReactNode } from 'react'
import type { AutosavedKey } from '../domain/drafts/draft-form.ts'
import { draftAddress } from './draft-address.ts'
import { DraftNote } from './draft-note.tsx'
import { Form } from './form.tsx'
import { type FormState, fieldValue } from './form-state.ts'
import { HiddenField } from './hidden-field.tsx'
import { useAutosave } from './use-autosave.ts'

interface DraftedFormProps {
  /** The key of the form's draft. */
  draftOf: AutosavedKey
  form: FormState
  idempotencyKey: string
  /** Shown beside the state of the draft. */
  buttons: ReactNode
  children: ReactNode
}

/** A form whose unsaved answers are stored as a draft. Its schema contains `draftEntries`. */
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
