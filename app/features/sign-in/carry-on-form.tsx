import type { KeptForm } from '../../access/kept-form.server.ts'
import { Button, ButtonGroup, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { HiddenField } from '../../ui/hidden-field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'

/** After signing in again: the form that came too late, to be sent as it was typed. Its own checks apply as ever. */
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
          <ButtonLink href="/today" variant="secondary">
            Throw it away
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
