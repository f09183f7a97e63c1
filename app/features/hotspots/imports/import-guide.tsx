import { Details } from '../../../ui/details.tsx'
import { Table } from '../../../ui/lists/table.tsx'
import type { ColumnGuide } from './incident-columns.server.ts'

/** The requirements for the file, and a template to fill in. */
export function ImportIntroduction() {
  return (
    <>
      <p className="govuk-body">
        The file has one line for each incident. Its first line names the columns below. The client is the agency’s own
        pseudonym, never a name.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href="/incidents-template.csv" download>
          Download the template (CSV)
        </a>
      </p>
    </>
  )
}

interface ImportGuideProps {
  columns: readonly ColumnGuide[]
  strands: readonly string[]
  wards: readonly string[]
}

/** The columns of the file with examples, and the words allowed in some cells. */
export function ImportGuide({ columns, strands, wards }: ImportGuideProps) {
  return (
    <>
      <Table
        caption="Columns"
        columns={[
          { key: 'column', header: 'Column', cell: ({ column }) => column, rowHeading: true },
          { key: 'holds', header: 'What to enter', cell: ({ holds }) => holds },
          { key: 'example', header: 'Example', cell: ({ example }) => example },
        ]}
        rows={columns}
        rowKey={({ column }) => column}
      />
      <Details summary="Words for strand and ward">
        <p className="govuk-body">Strands: {strands.join(', ')}.</p>
        <p className="govuk-body">Wards: {wards.join(', ')}.</p>
      </Details>
    </>
  )
}
