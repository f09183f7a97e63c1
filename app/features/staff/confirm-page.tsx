import type { ReactNode } from 'react'
import { BackLink } from '../../ui/back-link.tsx'
import { Button, ButtonGroup, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormState } from '../../ui/form-state.ts'
import { PageTitle } from '../../ui/page-title.tsx'

interface ConfirmPageProps {
  staffId: string
  name: string
  title: string
  button: string
  warning?: boolean
  form: FormState
  idempotencyKey: string
  /** What will come of it. */
  children: ReactNode
}

/** A page of its own for what is worth a second look: the consequence, then the one button. */
export function ConfirmPage(props: ConfirmPageProps) {
  const { staffId, name, title, button, warning, form, idempotencyKey, children } = props
  return (
    <>
      <BackLink href={`/staff/${staffId}`}>{name}</BackLink>
      <PageTitle caption={name}>{title}</PageTitle>
      {children}
      <Form form={form} idempotencyKey={idempotencyKey}>
        <ButtonGroup>
          <Button variant={warning ? 'warning' : 'primary'}>{button}</Button>
          <ButtonLink href={`/staff/${staffId}`} variant="secondary">
            Not now
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
