import { CONSENT_PURPOSES } from '../../../domain/consents/consent-purpose.ts'
import { referralStatus } from '../../../domain/referrals/referral-status.ts'
import { href } from '../../../href.ts'
import { SideBySide } from '../../../ui/layout/side-by-side.tsx'
import { SubNavigation } from '../../../ui/layout/sub-navigation.tsx'
import { DownloadLink } from '../../../ui/lists/download-link.tsx'
import { EmptyList } from '../../../ui/lists/empty-list.tsx'
import { ListPager } from '../../../ui/lists/list-pager.tsx'
import { type ListColumn, ListTable } from '../../../ui/lists/list-table.tsx'
import { Reference } from '../../../ui/reference.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { londonDay, sayDay } from '../../../ui/time/say-time.ts'
import { ViolenceTag } from '../../../ui/violence-tag.tsx'
import type { SentPage, SentRow } from './read-sent-referrals.server.ts'
import { SentFilter } from './sent-filter.tsx'
import { COUNT_LIMIT, SENT, SENT_LIST_IDS, SENT_LISTS, type SentList, type SentQuery } from './sent-query.ts'

interface SentListProps {
  page: SentPage
  query: SentQuery
  now: string
}

/** Sent referrals by list, with the next expected step and its due date. */
export function SentReferralList({ page, query, now }: SentListProps) {
  const tabs = SENT_LIST_IDS.map((list) => ({
    label: SENT_LISTS[list].label,
    href: SENT.href(query, { list, overdue: false }),
    current: list === query.list,
  }))
  const empty = (
    <EmptyList
      list={SENT}
      query={query}
      filtered="No referrals match these filters."
      empty={SENT_LISTS[query.list].empty}
    >
      <p className="govuk-body">
        A referral starts from a case: <TextLink href={href('/cases')}>open your cases</TextLink>.
      </p>
    </EmptyList>
  )
  return (
    <>
      <SubNavigation label="Sent referrals by status" items={tabs} />
      <SideBySide
        sideFirst
        side={<SentFilter page={page} query={query} />}
        main={page.rows.length === 0 ? empty : <Rows page={page} query={query} now={now} />}
      />
    </>
  )
}

function Rows({ page, query, now }: SentListProps) {
  return (
    <>
      <ListTable
        caption={SENT_LISTS[query.list].label}
        columns={columnsOf(query.list, now)}
        rows={page.rows}
        rowKey={({ referralId }) => referralId}
      />
      <ListPager
        list={SENT}
        query={query}
        page={page}
        countLimit={COUNT_LIMIT}
        noun={{ one: 'referral', many: 'referrals' }}
      />
      <DownloadLink href={SENT.href(query, {}, href('/sent/export'))}>
        Download this list as a spreadsheet (CSV)
      </DownloadLink>
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
