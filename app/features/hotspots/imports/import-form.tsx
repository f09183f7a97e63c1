import { Form } from '../../../forms/form.tsx'
import type { FormState } from '../../../forms/form-state.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { href } from '../../../href.ts'
import { Button } from '../../../ui/button.tsx'
import { FileInput } from '../../../ui/fields/file-input.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { TextLink } from '../../../ui/text-link.tsx'

interface ImportFormProps {
  form: FormState
  idempotencyKey: string
  agencies: readonly { agencyId: string; name: string }[]
}

/** Uploads a file to try out. Reloads the whole page, so that a file that is too large gets a page saying so. */
export function ImportForm({ form, idempotencyKey, agencies }: ImportFormProps) {
  return (
    <Form idempotencyKey={idempotencyKey} form={form} withFile reload>
      <Select
        form={form}
        name="agencyId"
        label="Whose incidents are these?"
        options={agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
        emptyLabel="Choose an agency"
      />
      <FileInput
        form={form}
        name="csv"
        label="CSV file"
        hint="At most 1 MB, about 10,000 incidents. The portal’s operator can import larger files."
        accept=".csv,text/csv"
      />
      <Button>Check the file</Button>
    </Form>
  )
}

interface ConfirmImportFormProps {
  idempotencyKey: string
  checked: { agencyName: string; rows: number; added: number; mark: string }
  form?: FormState
}

/** What the file would add, before it is imported. */
export function ConfirmImportForm({ idempotencyKey, checked, form = EMPTY_FORM }: ConfirmImportFormProps) {
  const { agencyName, rows, added, mark } = checked
  const inWords = (number: number) => number.toLocaleString('en-GB')
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <HiddenField name="mark" value={mark} />
      <InsetText>
        {inWords(added)} of {inWords(rows)} incidents of {agencyName} would be added
        {rows > added ? `; ${inWords(rows - added)} are already here` : ''}. Nothing has been added yet.
      </InsetText>
      <p className="govuk-body">
        Added incidents count from the next release of the map. They do not become cases. Accord keeps only a hexagon, a
        strand and codes that cannot be traced back to a person.
      </p>
      <Button>Import {inWords(added)} incidents</Button>
      <p className="govuk-body">
        <TextLink href={href('/map/imports/new')}>Choose another file</TextLink>
      </p>
    </Form>
  )
}
