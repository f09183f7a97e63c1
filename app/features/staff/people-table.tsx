import { href } from '../../href.ts'
import { EmptyState } from '../../ui/lists/empty-state.tsx'
import { type ListColumn, ListTable } from '../../ui/lists/list-table.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import type { PersonListed } from './read-people.server.ts'
import { StandingTag } from './standing-tag.tsx'

const COLUMNS: ListColumn<PersonListed>[] = [
  {
    key: 'name',
    header: 'Name',
    rowHeading: true,
    cell: ({ staffId, name }) => <TextLink href={href('/staff/:staffId', { staffId })}>{name}</TextLink>,
  },
  {
    key: 'role',
    header: 'Role',
    cell: ({ role, jobTitle }) => (jobTitle && jobTitle !== role ? `${role} (${jobTitle})` : role),
  },
  { key: 'agency', header: 'Agency', cell: ({ agencyName }) => agencyName },
  { key: 'email', header: 'E-mail address', cell: ({ email }) => email },
  {
    key: 'standing',
    header: 'Status',
    cell: ({ standing }) => <StandingTag standing={standing} />,
    value: ({ standing }) => JSON.stringify(standing),
  },
]

/** People, each with the way to their page. The agency is said only where there are several. */
export function PeopleTable({ people, severalAgencies }: { people: PersonListed[]; severalAgencies: boolean }) {
  if (people.length === 0) return <EmptyState why="No people match these filters." />
  const columns = COLUMNS.filter(({ key }) => severalAgencies || key !== 'agency')
  return <ListTable caption="People" captionHidden columns={columns} rows={people} rowKey={({ staffId }) => staffId} />
}
