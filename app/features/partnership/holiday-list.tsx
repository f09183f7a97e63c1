import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { FormParts } from '../../forms/multi-page/form-parts.tsx'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { ListTable } from '../../ui/lists/list-table.tsx'
import { sayFullDay } from '../../ui/time/say-time.ts'
import { WarningText } from '../../ui/warning-text.tsx'
import { HOLIDAYS_PART } from './holidays-part.ts'
import type { PartnershipSettings } from './read-partnership-settings.server.ts'

interface FormProps {
  form: FormState
  idempotencyKey: string
}

/** The bank holidays, and what to do when the list is about to end. */
export function HolidayList({ holidays, warning }: Pick<PartnershipSettings, 'holidays' | 'warning'>) {
  return (
    <>
      {warning ? <WarningText>{warning}</WarningText> : null}
      <ListTable
        caption="Bank holidays of England and Wales"
        captionHidden
        columns={[
          { key: 'on', header: 'Day', rowHeading: true, cell: ({ on }) => sayFullDay(on) },
          { key: 'name', header: 'Holiday', cell: ({ name }) => name },
          {
            key: 'source',
            header: 'From',
            cell: ({ added }) => (added ? 'Added here' : 'GOV.UK list in Accord'),
          },
        ]}
        rows={holidays}
        rowKey={({ on }) => on}
      />
    </>
  )
}

export function HolidaysForm({ form, idempotencyKey }: FormProps) {
  return (
    <Form action={href('/settings/holidays')} form={form} idempotencyKey={idempotencyKey}>
      <FormParts form={form} parts={[HOLIDAYS_PART]} />
      <Button>Add these bank holidays</Button>
    </Form>
  )
}

/** Confirms that the list of a year is complete. */
export function CompleteYearForm({ year, idempotencyKey, form }: FormProps & { year: number }) {
  return (
    <Form action={href('/settings/holidays/complete')} form={form} idempotencyKey={idempotencyKey}>
      <h2 className="govuk-heading-m">The list of {year}</h2>
      <p className="govuk-body">
        Working days of {year} are not counted until its list is complete. Add its holidays above, then confirm here.
      </p>
      <HiddenField name="year" value={String(year)} />
      <Button variant="secondary">The list of {year} is complete</Button>
    </Form>
  )
}
