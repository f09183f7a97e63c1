import { Form as RemixForm, useNavigation } from '@remix-run/react'
import type { FormEvent, ReactNode, Ref } from 'react'
import type { FormState } from './form-state.ts'
import { HiddenField } from './hidden-field.tsx'

interface FormProps {
  method?: 'post' | 'get'
  action?: string
  /** A UUID from the loader, so that a form sent twice is done once. Every form that writes has one. */
  idempotencyKey?: string
  /** As it was sent; a refused form counts as unsaved. */
  form?: FormState
  formRef?: Ref<HTMLFormElement>
  /** Sent by the browser itself, where the answer is a page that must not be asked for again. */
  reload?: boolean
  /** Carries a file along with its fields. */
  withFile?: boolean
  children: ReactNode
}

/**
 * A form that works without JavaScript, with its idempotency key. While it is being sent, a second click sends nothing:
 * the key keeps the action from being done twice, but the wait for its answer would begin again.
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
      // Nothing about a client may be offered or remembered; a field of the user's own says otherwise itself.
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
