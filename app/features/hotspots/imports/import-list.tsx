import { EmptyState } from '../../../ui/lists/empty-state.tsx'
import { ListTable } from '../../../ui/lists/list-table.tsx'
import { Instant } from '../../../ui/time/time.tsx'

interface ListedImport {
  importId: string
  agencyName: string
  rows: number
  added: number
  importedBy: string
  importedAt: Date
}

export function ImportList({ imports, now }: { imports: readonly ListedImport[]; now: Date }) {
  if (imports.length === 0)
    return (
      <EmptyState why="No files have been imported yet. Agencies that work in the portal do not need to import files." />
    )
  return (
    <ListTable
      caption="Imported files"
      captionHidden
      columns={[
        { key: 'agency', header: 'Agency', rowHeading: true, cell: ({ agencyName }) => agencyName },
        { key: 'rows', header: 'Incidents in the file', numeric: true, cell: ({ rows }) => inWords(rows) },
        { key: 'added', header: 'Added', numeric: true, cell: ({ added }) => inWords(added) },
        { key: 'by', header: 'By', cell: ({ importedBy }) => importedBy },
        { key: 'at', header: 'When', cell: ({ importedAt }) => <Instant at={importedAt} now={now} />, value: null },
      ]}
      rows={imports}
      rowKey={({ importId }) => importId}
    />
  )
}

function inWords(number: number): string {
  return number.toLocaleString('en-GB')
}
