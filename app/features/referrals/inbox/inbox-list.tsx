import { RISK_LEVELS } from '../../../domain/cases/risk.ts'
import { type InboxLane, REFERRAL_STATES } from '../../../domain/referrals/referral.ts'
import { href } from '../../../href.ts'
import { SubNavigation } from '../../../ui/layout/sub-navigation.tsx'
import { EmptyState } from '../../../ui/lists/empty-state.tsx'
import { type ListColumn, ListTable } from '../../../ui/lists/list-table.tsx'
import { Reference } from '../../../ui/reference.tsx'
import { StatusTag, Tag } from '../../../ui/tag.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { ViolenceTag } from '../../../ui/violence-tag.tsx'
import { ListPager } from '../list-pager.tsx'
import { InboxFilter } from './inbox-filter.tsx'
import {
  COUNT_LIMIT,
  INBOX_LANES,
  type InboxQuery,
  inboxHref,
  NO_FILTER,
  PAGE_SIZE,
  readCursor,
} from './inbox-query.ts'
import type { InboxPage, InboxRow } from './inbox-row.ts'
import { dueWords } from './received-due.ts'

interface InboxProps {
  page: InboxPage
  query: InboxQuery
  now: string
}

/** Whom to call first, and how safely: lanes as links, each row with what must be known before the number. */
export function InboxList({ page, query, now }: InboxProps) {
  const lanes = (Object.keys(INBOX_LANES) as InboxLane[]).map((lane) => ({
    label: INBOX_LANES[lane].label,
    href: inboxHref({ ...query, lane, state: null, ours: false }),
    current: lane === query.lane,
  }))
  return (
    <>
      <SubNavigation label="Progress" items={lanes} />
      <InboxFilter query={query} workers={page.workers} />
      {page.rows.length === 0 ? <Empty query={query} /> : <Rows page={page} query={query} now={now} />}
    </>
  )
}

function Empty({ query }: Pick<InboxProps, 'query'>) {
  const { state, ours, mine, workerId, overdue, high, lane, cursor } = query
  const filtered = [state, ours, mine, workerId, overdue, high, cursor].some(Boolean)
  return (
    <EmptyState why={filtered ? 'No referrals match these filters.' : INBOX_LANES[lane].empty}>
      {filtered ? (
        <TextLink href={inboxHref({ ...query, ...NO_FILTER })}>Show everything</TextLink>
      ) : (
        <p className="govuk-body">
          Referrals from other agencies appear here. To see what your agency takes, open{' '}
          <TextLink href={href('/agencies')}>the directory</TextLink>.
        </p>
      )}
    </EmptyState>
  )
}

function Rows({ page, query, now }: InboxProps) {
  const hrefOf = (place: string | null, direction: 'after' | 'before') =>
    place &&
    inboxHref(query, { cursor: readCursor(place, direction), page: query.page + (direction === 'after' ? 1 : -1) })
  return (
    <>
      <ListTable
        caption={INBOX_LANES[query.lane].label}
        captionHidden
        columns={columnsOf(query.lane, page.rows, now)}
        rows={page.rows}
        rowKey={({ referralId }) => referralId}
      />
      <ListPager
        page={query.page}
        shown={page.rows.length}
        total={page.total}
        countLimit={COUNT_LIMIT}
        pageSize={PAGE_SIZE}
        noun={{ one: 'referral', many: 'referrals' }}
        previousHref={hrefOf(page.previous, 'before')}
        nextHref={hrefOf(page.next, 'after')}
      />
      <p className="govuk-body accord-no-print">
        <TextLink href={inboxHref(query, {}, href('/inbox/export'))} reload>
          Download this list as a spreadsheet (CSV)
        </TextLink>
      </p>
      {query.lane === 'finished' ? null : (
        <p className="govuk-body-s">These dates are local targets of the partnership, not deadlines of the standard.</p>
      )}
    </>
  )
}

/** A risk that is assessed for no row would be a column of one value. */
function columnsOf(lane: InboxLane, rows: readonly InboxRow[], now: string): ListColumn<InboxRow>[] {
  const isRiskKnown = rows.some(({ risk }) => risk && risk !== 'not_assessed')
  const risk: ListColumn<InboxRow> = {
    key: 'risk',
    header: 'Risk',
    cell: (row) => <RiskOf row={row} />,
    value: ({ risk }) => risk,
  }
  const columns: ListColumn<InboxRow>[] = [
    { key: 'client', header: 'Client', rowHeading: true, cell: (row) => <ClientOf row={row} /> },
    ...(isRiskKnown ? [risk] : []),
    {
      key: 'needs',
      header: 'Needs',
      cell: ({ needs }) => (needs && needs.length > 0 ? needs.join(', ') : 'No needs recorded'),
      // Left out only where there are none: a need that all clients share is still to be met.
      value: ({ needs, referralId }) => (needs && needs.length > 0 ? referralId : ''),
    },
    { key: 'safe', header: 'Safe to call', cell: ({ safeTimes }) => safeTimes || 'See before calling', value: null },
    { key: 'from', header: 'From', cell: ({ fromName }) => fromName },
    {
      key: 'due',
      header: lane === 'finished' ? 'Ended' : 'Due',
      cell: (row) => <DueOf row={row} now={now} />,
      value: null,
    },
  ]
  return lane === 'finished' ? columns.filter(({ key }) => key !== 'needs' && key !== 'safe') : columns
}

function ClientOf({ row }: { row: InboxRow }) {
  const { referralId, reference, clientName, byOverride, workerName } = row
  return (
    <>
      <TextLink href={href('/inbox/:referralId', { referralId })}>
        {clientName || row.stopContact || 'Name not shown'}
      </TextLink>
      <br />
      <Reference>{reference}</Reference> <ViolenceTag serious={row.serious} />
      {row.stopContact ? (
        <>
          <br />
          <Tag colour="red">Stop contact</Tag>
        </>
      ) : null}
      {workerName ? (
        <>
          <br />
          <span className="govuk-body-s">{workerName}</span>
        </>
      ) : null}
      {!workerName && REFERRAL_STATES[row.state].lane === 'in_hand' ? (
        <>
          <br />
          <Tag colour="red">No worker yet</Tag>
        </>
      ) : null}
      {byOverride ? (
        <>
          <br />
          <Tag colour="red">Shared without consent</Tag>
        </>
      ) : null}
    </>
  )
}

function RiskOf({ row: { risk } }: { row: InboxRow }) {
  if (!risk) return <>{risk === '' ? 'Not shared' : 'No longer shown'}</>
  const colour = risk === 'high' ? 'red' : risk === 'medium' ? 'orange' : 'grey'
  return <Tag colour={colour}>{RISK_LEVELS[risk].label}</Tag>
}

function DueOf({ row, now }: { row: InboxRow; now: string }) {
  const { dueStatus: status } = row
  return (
    <>
      {status && status !== 'running' ? (
        <>
          <StatusTag status={status} />
          <br />
        </>
      ) : null}
      {dueWords(row, now)}
    </>
  )
}
