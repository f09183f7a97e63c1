import { href } from '../../href.ts'
import { type ListColumn, ListTable } from '../../ui/lists/list-table.tsx'
import { Reference } from '../../ui/reference.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { CountdownWords } from './countdown.tsx'
import type { ListedRepair } from './list-repairs.server.ts'

interface RepairTableProps {
  caption: string
  repairs: readonly ListedRepair[]
  /** The list of the whole agency says which case each belongs to. */
  withCase?: boolean
}

export function RepairTable({ caption, repairs, withCase = false }: RepairTableProps) {
  const shown = COLUMNS.filter(({ key }) => withCase || key !== 'case')
  return (
    <ListTable caption={caption} columns={shown} rows={repairs} rowKey={({ repairId }) => repairId} captionHidden />
  )
}

const COLUMNS: ListColumn<ListedRepair>[] = [
  {
    key: 'what',
    header: 'What',
    rowHeading: true,
    cell: ({ caseId, repairId, damage, place }) => (
      <>
        <TextLink href={href('/cases/:caseId/repairs/:repairId', { caseId, repairId })}>{damage}</TextLink>
        {place ? <p className="govuk-body-s govuk-!-margin-bottom-0">{place}</p> : null}
      </>
    ),
  },
  {
    key: 'countdown',
    header: '24 hours',
    cell: ({ countdown }) => <CountdownWords countdown={countdown} />,
    value: null,
  },
  { key: 'state', header: 'Progress', cell: ({ state }) => state },
  { key: 'kind', header: 'Kind', cell: ({ kind }) => kind },
  {
    key: 'case',
    header: 'Case',
    cell: ({ reference }) => <Reference>{reference}</Reference>,
    value: ({ reference }) => reference,
  },
]
