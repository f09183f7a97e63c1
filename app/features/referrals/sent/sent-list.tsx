import { CONSENT_PURPOSES } from '../../../domain/consents/consent-purpose.ts'
import { referralStatus } from '../../../domain/referrals/referral-status.ts'
import { href } from '../../../href.ts'
import { SideBySide } from '../../../ui/layout/side-by-side.tsx'
import { SubNavigation } from '../../../ui/layout/sub-navigation.tsx'
import { EmptyState } from '../../../ui/lists/empty-state.tsx'
import { type ListColumn, ListTable } from '../../../ui/lists/list-table.tsx'
import { Reference } from '../../../ui/reference.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { londonDay, sayDay } from '../../../ui/time/say-time.ts'
import { ViolenceTag } from '../../../ui/violence-tag.tsx'
import { ListPager } from '../list-pager.tsx'
import type { SentPage, SentRow } from './read-sent-referrals.server.ts'
import { SentFilter } from './sent-filter.tsx'
import { NO_FILTER, SENT_LIST_IDS, SENT_LISTS, type SentList, type SentQuery, sentHref } from './sent-query.ts'

interface SentListProps {
  page: SentPage
  query: SentQuery
  now: string
}

/** What this agency has referred, lane by lane, with what is expected next and by when. */
export function SentReferralList({ page, query, now }: SentListProps) {
  const tabs = SENT_LIST_IDS.map((list) => ({
    label: SENT_LISTS[list].label,
    href: sentHref({ ...query, list, overdue: false }),
    current: list === query.list,
  }))
  return (
    <>
      <SubNavigation label="Sent referrals by status" items={tabs} />
      <SideBySide
        sideFirst
        side={<SentFilter page={page} query={query} />}
        main={page.rows.length === 0 ? <Empty query={query} /> : <Rows page={page} query={query} now={now} />}
      />
    </>
  )
}

function Empty({ query }: { query: SentQuery }) {
  const filtered = query.toAgencyId !== null || query.mine || query.workerId !== null || query.overdue
  return (
    <EmptyState why={filtered ? 'No referrals match these filters.' : SENT_LISTS[query.list].empty}>
      {filtered ? (
        <TextLink href={sentHref({ ...query, ...NO_FILTER })}>Show everything</TextLink>
      ) : (
        <p className="govuk-body">
          A referral starts from a case: <TextLink href={href('/cases')}>open your cases</TextLink>.
        </p>
      )}
    </EmptyState>
  )
}

function Rows({ page, query, now }: SentListProps) {
  const hrefOf = (place: SentPage['next'], direction: 'after' | 'before') =>
    place && sentHref(query, { cursor: { direction, ...place }, page: query.page + (direction === 'after' ? 1 : -1) })
  return (
    <>
      <ListTable
        caption={SENT_LISTS[query.list].label}
        columns={columnsOf(query.list, now)}
        rows={page.rows}
        rowKey={({ referralId }) => referralId}
      />
      <ListPager
        page={query.page}
        shown={page.rows.length}
        total={page.total}
        countLimit={page.countLimit}
        pageSize={page.pageSize}
        noun={{ one: 'referral', many: 'referrals' }}
        previousHref={hrefOf(page.previous, 'before')}
        nextHref={hrefOf(page.next, 'after')}
      />
      <p className="govuk-body accord-no-print">
        <TextLink href={sentHref(query, {}, href('/sent/export'))} reload>
          Download this list as a spreadsheet (CSV)
        </TextLink>
      </p>
    </>
  )
}

function columnsOf(list: SentList, now: string): ListColumn<SentRow>[] {
  return [
    {
      key: 'client',
      header: 'Client',
      rowHeading: true,
      cell: ({ referralId, clientName, reference, serious, safeTimes }) => (
        <>
          <TextLink href={href('/sent/:referralId', { referralId })}>{clientName}</TextLink>
          <br />
          <Reference>{reference}</Reference> <ViolenceTag serious={serious} safeTimes={safeTimes} />
        </>
      ),
    },
    {
      key: 'to',
      header: 'To',
      cell: ({ toName, purpose }) => `${toName}, for ${CONSENT_PURPOSES[purpose].label.toLowerCase()}`,
    },
    {
      key: 'state',
      header: 'Status',
      cell: (row) => <StateOf row={row} />,
      value: (row) => `${referralStatus(row)} ${row.byOverride}`,
    },
    { key: 'next', header: NEXT[list], cell: (row) => <NextOf row={row} list={list} now={now} />, value: null },
  ]
}

const NEXT = {
  draft: 'Send by',
  to_answer: 'Answer by',
  in_hand: 'News by',
  news: 'Tell the client',
  finished: 'Ended',
} as const satisfies Record<SentList, string>

function StateOf({ row }: { row: SentRow }) {
  return (
    <>
      {referralStatus(row)}
      {row.byOverride ? (
        <>
          {' '}
          <Tag colour="red">Without consent</Tag>
        </>
      ) : null}
    </>
  )
}

function NextOf({ row, list, now }: { row: SentRow; list: SentList; now: string }) {
  if (list === 'news') return `News since ${sayDay(londonDay(row.newsAt ?? row.dueAt), now)}`
  const late = list !== 'finished' && row.dueAt < now
  return (
    <>
      {sayDay(londonDay(row.dueAt), now)} {late ? <Tag colour="red">Overdue</Tag> : null}
    </>
  )
}
