import { Form as RemixForm, useNavigation } from '@remix-run/react'
import type { FormEvent, ReactNode, Ref } from 'react'
import type { FormState } from './form-state.ts'
import { HiddenField } from './hidden-field.tsx'

interface FormProps {
  method?: 'post' | 'get'
  action?: string
  /** A UUID from the loader, so that a form sent twice is saved once. Every form that writes has one. */
  idempotencyKey?: string
  /** The form as it was sent. A refused form counts as unsaved. */
  form?: FormState
  formRef?: Ref<HTMLFormElement>
  /** Lets the browser send the form itself, when the answer must be a whole page. */
  reload?: boolean
  /** The form also sends files. */
  withFile?: boolean
  children: ReactNode
}

/**
 * A form that works without JavaScript, with its idempotency key. While it is being sent, a second click does nothing:
 * the key would prevent a second write, but the person would wait for the answer again.
 */
export function Form({
  method = 'post',
  action,
  idempotencyKey,
  form,
  formRef,
  reload,
  withFile,
  children,
}: FormProps) {
  const isSending = useNavigation().state === 'submitting'
  const onSubmit = (event: FormEvent) => {
    if (isSending) event.preventDefault()
  }
  return (
    <RemixForm
      method={method}
      action={action}
      encType={withFile ? 'multipart/form-data' : undefined}
      noValidate
      // Browsers must not store or suggest clients' data. Fields about the user override this.
      autoComplete="off"
      data-refused={form?.errors.length ? '' : undefined}
      ref={formRef}
      reloadDocument={reload}
      onSubmit={onSubmit}
    >
      {idempotencyKey ? <HiddenField name="idempotencyKey" value={idempotencyKey} /> : null}
      {children}
    </RemixForm>
  )
}
