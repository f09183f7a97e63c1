import { href } from '../../href.ts'
import { EmptyState } from '../../ui/lists/empty-state.tsx'
import { type ListColumn, ListTable } from '../../ui/lists/list-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { TakesReferrals } from './agency-facts.tsx'
import type { AgencyListed } from './read-agencies.server.ts'

const COLUMNS: ListColumn<AgencyListed>[] = [
  {
    key: 'name',
    header: 'Agency',
    rowHeading: true,
    cell: ({ agencyId, name, mine }) => (
      <>
        <TextLink href={href('/agencies/:agencyId', { agencyId })}>{name}</TextLink>
        {mine ? (
          <>
            {' '}
            <Tag colour="blue">Yours</Tag>
          </>
        ) : null}
      </>
    ),
  },
  { key: 'offers', header: 'Offers', cell: ({ offers, kind }) => offers || kind },
  {
    key: 'strands',
    header: 'Specialises in',
    cell: ({ strands }) => strands.join(' · ') || 'All strands equally',
  },
  { key: 'hours', header: 'Hours', cell: ({ hours }) => hours || 'Not entered yet' },
  { key: 'referrals', header: 'New referrals', cell: (agency) => <TakesReferrals agency={agency} />, value: null },
]

export function Directory({ agencies }: { agencies: AgencyListed[] }) {
  if (agencies.length === 0) return <EmptyState why="No agency has joined yet." />
  return (
    <ListTable caption="Agencies" captionHidden columns={COLUMNS} rows={agencies} rowKey={({ agencyId }) => agencyId} />
  )
}
