import { Button } from '../ui/button.tsx'
import { Form } from './form.tsx'
import { HiddenField } from './hidden-field.tsx'

/** A form that the portal could not accept: its address, and its fields without files, passwords and codes. */
export interface SentForm {
  path: string
  fields: [string, string][]
}

/** Offers to send a form again that came while the database could not be reached. */
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
