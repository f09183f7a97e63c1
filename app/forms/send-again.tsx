import { Button } from '../ui/button.tsx'
import { Form } from './form.tsx'
import { HiddenField } from './hidden-field.tsx'

/** A form that could not be taken: where it was sent, and its fields without files, passwords and codes. */
export interface SentForm {
  path: string
  fields: [string, string][]
}

/** Sends a form again that the portal could not take while its database was away. */
export function SendAgain({ sent }: { sent: SentForm }) {
  return (
    <Form action={sent.path}>
      <p className="govuk-body">Your answers are kept on this page.</p>
      {sent.fields.map(([name, value]) => (
        <HiddenField key={`${name} ${value}`} name={name} value={value} />
      ))}
      <Button>Send again</Button>
    </Form>
  )
}
