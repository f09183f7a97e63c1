import { STRANDS } from '../../../domain/cases/strand.ts'
import { href } from '../../../href.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { SubNavigation } from '../../../ui/layout/sub-navigation.tsx'
import { DownloadLink } from '../../../ui/lists/download-link.tsx'
import { EmptyList } from '../../../ui/lists/empty-list.tsx'
import { ListPager } from '../../../ui/lists/list-pager.tsx'
import { type ListColumn, ListTable } from '../../../ui/lists/list-table.tsx'
import { RiskTag } from '../../../ui/risk-tag.tsx'
import { StatusTag, Tag } from '../../../ui/tag.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Instant } from '../../../ui/time/time.tsx'
import { ViolenceTag } from '../../../ui/violence-tag.tsx'
import { CASE_QUEUES, CASES, type CaseListQuery, type CaseQueue } from './case-list-query.ts'
import { type CaseList, LISTED_STAGES, type ListedCase } from './listed-case.ts'

interface CaseListProps {
  list: CaseList
  query: CaseListQuery
  now: Date
}

const EMPTY: Readonly<Record<CaseQueue, string>> = {
  mine: 'You have no open cases. Take an unallocated case, or take a report.',
  team: 'Your agency has no open cases.',
  unallocated: 'Every open case has its case worker.',
  closed: 'No case has been closed yet.',
  all: 'Your agency has no case like this.',
}

/** A page of cases, the most urgent first, with their total number. */
export function CaseListPage({ list, query, now }: CaseListProps) {
  return (
    <>
      <Queues query={query} unallocated={list.unallocated} />
      {list.rows.length === 0 ? (
        <EmptyList
          list={CASES}
          query={query}
          filtered="No cases match these filters. Remove a filter to see more."
          empty={EMPTY[query.queue]}
        >
          <ButtonLink href={href('/reports/new')}>Take a report</ButtonLink>
        </EmptyList>
      ) : (
        <ListTable
          caption={CASE_QUEUES[query.queue].label}
          captionHidden
          columns={columnsOf(query, now)}
          rows={list.rows}
          rowKey={({ caseId }) => caseId}
        />
      )}
      <ListPager list={CASES} query={query} page={list} noun={{ one: 'case', many: 'cases' }} />
      {list.more ? (
        <p className="govuk-body">There are too many cases to page through. Use a filter to find the one you need.</p>
      ) : null}
      {list.rows.length > 0 ? (
        <DownloadLink href={CASES.href(query, { cursor: query.cursor, page: list.page }, href('/cases/export'))}>
          Download what is shown here (CSV)
        </DownloadLink>
      ) : null}
    </>
  )
}

/** The cases that a search found. There are no further pages: typing more of the name is faster. */
export function FoundCases({ list, query, now }: CaseListProps) {
  const { rows, total, onlySimilar, searchTooWide } = list
  if (total === 0) return null
  return (
    <>
      {onlySimilar ? <p className="govuk-body">No client has this name. These names sound like it.</p> : null}
      <ListTable caption="Cases" columns={columnsOf(query, now)} rows={rows} rowKey={({ caseId }) => caseId} />
      {total > rows.length || searchTooWide ? (
        <p className="govuk-body">Not all the cases found are shown. Type more of the name to narrow the search.</p>
      ) : null}
    </>
  )
}

const QUEUES = Object.keys(CASE_QUEUES) as CaseQueue[]

function Queues({ query, unallocated }: { query: CaseListQuery; unallocated: number }) {
  const label = (queue: CaseQueue) =>
    queue === 'unallocated' && unallocated > 0
      ? `${CASE_QUEUES[queue].label} (${unallocated})`
      : CASE_QUEUES[queue].label
  return (
    <SubNavigation
      label="Which cases"
      items={QUEUES.filter((queue) => queue !== 'all').map((queue) => ({
        label: label(queue),
        href: CASES.href(query, { queue, deadline: null }),
        current: queue === query.queue,
      }))}
    />
  )
}

function columnsOf({ queue }: CaseListQuery, now: Date): ListColumn<ListedCase>[] {
  const allocate: ListColumn<ListedCase> = {
    key: 'allocate',
    header: 'Allocate',
    value: null,
    cell: ({ caseId, reference, allocation }) =>
      allocation ? (
        <TextLink href={href('/cases/:caseId/allocate', { caseId })} about={reference}>
          {allocation === 'allocate' ? 'Allocate' : 'Take it'}
        </TextLink>
      ) : null,
  }
  return [
    { key: 'case', header: 'Case', rowHeading: true, cell: (listed) => <WhichCase listed={listed} /> },
    { key: 'next', header: 'Next action', cell: (listed) => <NextAction listed={listed} />, value: nextValue },
    { key: 'stage', header: 'Stage', cell: ({ stage }) => LISTED_STAGES[stage] },
    { key: 'strands', header: 'Strands', cell: ({ strands }) => strands.map((id) => STRANDS[id].short).join(', ') },
    {
      key: 'worker',
      header: 'Case worker',
      cell: (listed) => <Worker listed={listed} now={now} />,
      value: workerValue,
    },
    {
      key: 'received',
      header: 'Received',
      cell: ({ receivedAt }) => <Instant at={receivedAt} now={now} />,
      value: ({ receivedAt }) => String(receivedAt),
    },
    ...(queue === 'unallocated' ? [allocate] : []),
  ]
}

function WhichCase({ listed: { caseId, reference, clientName, serious, risk, safeTimes } }: { listed: ListedCase }) {
  return (
    <>
      <TextLink href={href('/cases/:caseId', { caseId })}>{clientName || 'Name not given'}</TextLink>
      <br />
      <span className="govuk-body-s">{reference}</span> <ViolenceTag serious={serious} safeTimes={safeTimes} />{' '}
      {risk === 'not_assessed' ? null : <RiskTag level={risk} alone />}
    </>
  )
}

const nextValue = ({ due, stage, contactPossible }: ListedCase) =>
  due ? `${due.status} ${due.title} ${due.line}` : `${stage} ${contactPossible}`

const workerValue = ({ workerName, returnedToQueueAt }: ListedCase) => workerName ?? String(returnedToQueueAt)

function NextAction({ listed: { due, stage, contactPossible } }: { listed: ListedCase }) {
  if (due) {
    return (
      <>
        <StatusTag status={due.status} /> {due.title}
        <br />
        <span className="govuk-body-s">{due.line}</span>
      </>
    )
  }
  if (stage === 'closed') return 'None: the case is closed'
  return contactPossible ? 'Nothing is due' : 'Contact not possible'
}

function Worker({ listed: { workerName, returnedToQueueAt }, now }: { listed: ListedCase; now: Date }) {
  if (workerName) return workerName
  if (!returnedToQueueAt) return <Tag colour="orange">Unallocated</Tag>
  return (
    <>
      <Tag colour="red">Worker left</Tag>
      <br />
      <span className="govuk-body-s">
        In the queue since <Instant at={returnedToQueueAt} now={now} />
      </span>
    </>
  )
}
