import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { filledWith } from '../../ui/form-state.ts'
import { TextInput } from '../../ui/text-input.tsx'

/** Looks for a client or a case. What is typed is sent, not put into the address: browsers and proxies keep addresses. */
export function CaseSearch({ search }: { search: string }) {
  return (
    <Form action="/cases">
      <TextInput
        form={filledWith({ search })}
        name="search"
        label="Find a case"
        hint="A name, a reference or a phone number"
        type="search"
        autoComplete="off"
      />
      <Button variant="secondary">Search</Button>
    </Form>
  )
}
