import type { ReactNode } from 'react'
import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Button, ButtonGroup, ButtonLink } from '../../ui/button.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'

interface ConfirmPageProps {
  staffId: string
  name: string
  title: string
  button: string
  warning?: boolean
  form: FormState
  idempotencyKey: string
  children: ReactNode
}

/** A page for a step that needs a second look: the consequence, then one button. */
export function ConfirmPage(props: ConfirmPageProps) {
  const { staffId, name, title, button, warning, form, idempotencyKey, children } = props
  return (
    <>
      <BackLink href={href('/staff/:staffId', { staffId })}>{name}</BackLink>
      <PageTitle caption={name}>{title}</PageTitle>
      {children}
      <Form form={form} idempotencyKey={idempotencyKey}>
        <ButtonGroup>
          <Button variant={warning ? 'warning' : 'primary'}>{button}</Button>
          <ButtonLink href={href('/staff/:staffId', { staffId })} variant="secondary">
            Cancel
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
