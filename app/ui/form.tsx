import { Form as RemixForm } from '@remix-run/react'
import type { ReactNode, Ref } from 'react'
import { ErrorSummary } from './error-summary.tsx'
import type { FormState } from './form-state.ts'
import { HiddenField } from './hidden-field.tsx'

interface FormProps {
  method?: 'post' | 'get'
  action?: string
  /** A UUID from the loader, so that a form sent twice is done once. Every form that writes has one. */
  idempotencyKey?: string
  /** Shows the error summary above the fields; leave it out where the page shows it elsewhere. */
  form?: FormState
  formRef?: Ref<HTMLFormElement>
  children: ReactNode
}

/** A form that works without JavaScript, with its error summary and idempotency key. */
export function Form({ method = 'post', action, idempotencyKey, form, formRef, children }: FormProps) {
  return (
    <RemixForm method={method} action={action} noValidate ref={formRef}>
      {form ? <ErrorSummary errors={form.errors} /> : null}
      {idempotencyKey ? <HiddenField name="idempotencyKey" value={idempotencyKey} /> : null}
      {children}
    </RemixForm>
  )
}
