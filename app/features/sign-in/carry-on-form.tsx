import type { KeptForm } from '../../access/kept-form.server.ts'
import { Form } from '../../forms/form.tsx'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { href } from '../../href.ts'
import { Button, ButtonGroup, ButtonLink } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'

/** After signing in again: the form that was sent too late, to be sent again as typed. Its own checks still apply. */
export function CarryOnForm({ path, fields }: KeptForm) {
  return (
    <>
      <PageTitle>Nothing you typed is lost</PageTitle>
      <p className="govuk-body">
        Your session ended just before you sent a form. You are signed in again, and the form is here as you filled it
        in. Nothing has been saved yet.
      </p>
      <Form action={path}>
        {fields.map(([name, value]) => (
          <HiddenField key={`${name} ${value}`} name={name} value={value} />
        ))}
        <ButtonGroup>
          <Button>Send the form now</Button>
          <ButtonLink href={href('/today')} variant="secondary">
            Delete it
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
