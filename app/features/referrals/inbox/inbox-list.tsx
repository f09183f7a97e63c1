import { type InboxLane, REFERRAL_STATES } from '../../../domain/referrals/referral.ts'
import { href } from '../../../href.ts'
import { SubNavigation } from '../../../ui/layout/sub-navigation.tsx'
import { DownloadLink } from '../../../ui/lists/download-link.tsx'
import { EmptyList } from '../../../ui/lists/empty-list.tsx'
import { ListPager } from '../../../ui/lists/list-pager.tsx'
import { type ListColumn, ListTable } from '../../../ui/lists/list-table.tsx'
import { Reference } from '../../../ui/reference.tsx'
import { RiskTag } from '../../../ui/risk-tag.tsx'
import { StatusTag, Tag } from '../../../ui/tag.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { ViolenceTag } from '../../../ui/violence-tag.tsx'
import { InboxFilter } from './inbox-filter.tsx'
import { COUNT_LIMIT, INBOX, INBOX_LANES, type InboxQuery } from './inbox-query.ts'
import type { InboxPage, InboxRow } from './inbox-row.ts'
import { dueWords } from './received-due.ts'

interface InboxProps {
  page: InboxPage
  query: InboxQuery
  now: string
}

/** Received referrals by lane, the most urgent first. Each row shows safety before any number. */
export function InboxList({ page, query, now }: InboxProps) {
  const lanes = (Object.keys(INBOX_LANES) as InboxLane[]).map((lane) => ({
    label: INBOX_LANES[lane].label,
    href: INBOX.href(query, { lane }),
    current: lane === query.lane,
  }))
  return (
    <>
      <SubNavigation label="Progress" items={lanes} />
      <InboxFilter query={query} workers={page.workers} />
      {page.rows.length === 0 ? (
        <EmptyList
          list={INBOX}
          query={query}
          filtered="No referrals match these filters."
          empty={INBOX_LANES[query.lane].empty}
        >
          <p className="govuk-body">
            Referrals from other agencies appear here. To see what your agency takes, open{' '}
            <TextLink href={href('/agencies')}>the directory</TextLink>.
          </p>
        </EmptyList>
      ) : (
        <Rows page={page} query={query} now={now} />
      )}
    </>
  )
}

function Rows({ page, query, now }: InboxProps) {
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
        list={INBOX}
        query={query}
        page={page}
        countLimit={COUNT_LIMIT}
        noun={{ one: 'referral', many: 'referrals' }}
      />
      <DownloadLink href={INBOX.href(query, {}, href('/inbox/export'))}>
        Download this list as a spreadsheet (CSV)
      </DownloadLink>
      {query.lane === 'finished' ? null : (
        <p className="govuk-body-s">These dates are local targets of the partnership, not deadlines of the standard.</p>
      )}
    </>
  )
}

/** The risk column is left out if no row has an assessed risk. */
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
      // Left out only if there are none: a need that all clients have must still be met.
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
  return <RiskTag level={risk} />
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
