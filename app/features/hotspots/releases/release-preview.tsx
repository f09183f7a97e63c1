import { sayComparison, sayCount } from '../../../domain/hotspots/map/area-words.ts'
import { upperFirst } from '../../../domain/text/first-letter.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import { Table } from '../../../ui/lists/table.tsx'
import type { ReleasePreviewData } from './read-release-preview.server.ts'

/** The map, its sentences and its table, as everyone would see them after publication. */
export function ReleasePreview({ preview: { says, shown } }: { preview: ReleasePreviewData }) {
  if (!shown)
    return (
      <InsetText>
        Another version of this period was proposed and refused. Two versions side by side could show that one client
        was added or removed, so this one is shown after it is published. The attack report is on the page of the
        release.
      </InsetText>
    )
  return (
    <>
      <InsetText>Only people who can decide on this release see this page. Nothing here is published yet.</InsetText>
      <img
        className="accord-preview"
        src={shown.picture}
        alt={`Map of the areas in the table below, ${says}`}
        width="100%"
      />
      <h2 className="govuk-heading-m">What the map will say</h2>
      <ul className="govuk-list govuk-list--bullet">
        {shown.changed.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <Table
        caption={`Areas, ${says}`}
        rows={shown.rows}
        rowKey={({ cell }) => cell}
        columns={[
          { key: 'where', header: 'Where', rowHeading: true, cell: ({ where }) => upperFirst(where) },
          { key: 'count', header: 'Incidents', numeric: true, cell: ({ count }) => sayCount(count) },
          { key: 'change', header: 'Change', cell: ({ compared }) => upperFirst(sayComparison(compared)) },
        ]}
      />
    </>
  )
}
