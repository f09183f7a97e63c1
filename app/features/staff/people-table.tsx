import { href } from '../../href.ts'
import { EmptyList } from '../../ui/lists/empty-list.tsx'
import { type ListColumn, ListTable } from '../../ui/lists/list-table.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { PEOPLE, type PeopleQuery } from './people-query.ts'
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

interface PeopleTableProps {
  people: readonly PersonListed[]
  query: PeopleQuery
  severalAgencies: boolean
}

/** People, with links to their pages. The agency is shown only if there are several. */
export function PeopleTable({ people, query, severalAgencies }: PeopleTableProps) {
  if (people.length === 0)
    return (
      <EmptyList
        list={PEOPLE}
        query={query}
        filtered="No people match these filters."
        empty="No people match these filters."
      />
    )
  const columns = COLUMNS.filter(({ key }) => severalAgencies || key !== 'agency')
  return <ListTable caption="People" captionHidden columns={columns} rows={people} rowKey={({ staffId }) => staffId} />
}
