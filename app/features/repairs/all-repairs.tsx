import { href } from '../../href.ts'
import { SideBySide } from '../../ui/layout/side-by-side.tsx'
import { DownloadLink } from '../../ui/lists/download-link.tsx'
import { EmptyList } from '../../ui/lists/empty-list.tsx'
import { ListPager } from '../../ui/lists/list-pager.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import type { ListedRepair, ListedRepairs } from './list-repairs.server.ts'
import { RepairTable } from './repair-table.tsx'
import { RepairsFilter, RepairTabs } from './repairs-filter.tsx'
import { REPAIR_LISTS, REPAIRS, type RepairsQuery } from './repairs-query.ts'

interface AllRepairsProps {
  query: RepairsQuery
  page: ListedRepairs
}

/** For the estates team: what is due first on top, day and night. */
export function AllRepairs({ query, page }: AllRepairsProps) {
  const { label, empty } = REPAIR_LISTS[query.list]
  const none = (
    <EmptyList list={REPAIRS} query={query} filtered="No repairs or graffiti match these filters." empty={empty}>
      <p className="govuk-body">
        A repair is reported in a case: <TextLink href={href('/cases')}>open your cases</TextLink>.
      </p>
    </EmptyList>
  )
  return (
    <>
      <RepairTabs query={query} />
      <SideBySide
        sideFirst
        side={<RepairsFilter query={query} />}
        main={page.rows.length === 0 ? none : <Rows caption={label} query={query} page={page} />}
      />
    </>
  )
}

function Rows({ caption, query, page }: AllRepairsProps & { caption: string }) {
  const rows: readonly ListedRepair[] = page.rows
  return (
    <>
      <RepairTable caption={caption} repairs={rows} withCase />
      <ListPager list={REPAIRS} query={query} page={page} noun={{ one: 'record', many: 'records' }} />
      <DownloadLink href={REPAIRS.href(query, {}, href('/repairs/export'))}>
        Download this list as a spreadsheet (CSV)
      </DownloadLink>
    </>
  )
}
