import { STRANDS } from '../../domain/strand.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { SubNavigation } from '../../ui/sub-navigation.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { StatusTag, Tag } from '../../ui/tag.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Instant } from '../../ui/time.tsx'
import { ViolenceTag } from '../../ui/violence-tag.tsx'
import { CASE_QUEUES, type CaseListQuery, type CaseQueue, caseListHref } from './case-list-query.ts'
import type { CaseList, ListedCase } from './listed-case.ts'

interface CaseListProps {
  list: CaseList
  query: CaseListQuery
  manages: boolean
  now: Date
}

const EMPTY: Readonly<Record<CaseQueue, string>> = {
  mine: 'You have no open cases. Take one that nobody has, or take a report.',
  team: 'Your agency has no open cases.',
  unallocated: 'Every open case has its case worker.',
  closed: 'No case has been closed yet.',
  all: 'There is no such case in your agency.',
}

/** A page of cases, what is due first on top; how many there are is always said. */
export function CaseListPage({ list, query, manages, now }: CaseListProps) {
  const narrowed = query.deadline || query.serious || query.due || query.strand || query.search
  return (
    <>
      <Queues query={query} unallocated={list.unallocated} />
      {list.searchTooWide ? (
        <p className="govuk-body">Many people have this name, and not all are shown. Type more of it.</p>
      ) : null}
      {list.cases.length === 0 ? (
        <EmptyState why={narrowed ? 'No case answers to all of this. Take a filter away.' : EMPTY[query.queue]}>
          {narrowed ? (
            <ButtonLink
              href={caseListHref({ ...query, deadline: null, serious: false, due: null, strand: null, search: '' })}
              variant="secondary"
            >
              Show everything
            </ButtonLink>
          ) : (
            <ButtonLink href="/reports/new">Take a report</ButtonLink>
          )}
        </EmptyState>
      ) : (
        <Table
          caption={CASE_QUEUES[query.queue].label}
          captionHidden
          columns={columnsOf(query, manages, now)}
          rows={list.cases}
          rowKey={({ caseId }) => caseId}
        />
      )}
      {query.search ? (
        <FoundLine list={list} />
      ) : (
        <Pagination
          page={list.page}
          pageCount={list.pageCount}
          total={list.total}
          noun={{ one: 'case', many: 'cases' }}
          hrefFor={(page) => caseListHref(query, { page })}
        />
      )}
      {list.more ? (
        <p className="govuk-body">There are more than can be paged through. A filter brings up the one you look for.</p>
      ) : null}
      {list.cases.length > 0 && !query.search ? (
        <p className="govuk-body accord-no-print">
          <TextLink href={caseListHref(query, { page: list.page }, '/cases/export')} reload>
            Download what is shown here (CSV)
          </TextLink>
        </p>
      ) : null}
    </>
  )
}

/** A search is not paged through: more of the name finds sooner. */
function FoundLine({ list: { total, cases } }: { list: CaseList }) {
  if (total === 0) return null
  const many = total === 1 ? '1 case found.' : `${total} cases found.`
  return (
    <p className="govuk-body">
      {many}
      {total > cases.length ? ` The first ${cases.length} are shown: type more of the name.` : ''}
    </p>
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
      items={QUEUES.filter((queue) => queue !== 'all' || query.queue === 'all').map((queue) => ({
        label: label(queue),
        href: caseListHref(query, queue === 'all' ? {} : { queue, deadline: null, search: '' }),
        current: queue === query.queue,
      }))}
    />
  )
}

function columnsOf({ queue }: CaseListQuery, manages: boolean, now: Date): Column<ListedCase>[] {
  const allocate: Column<ListedCase> = {
    key: 'allocate',
    header: 'Allocate',
    cell: ({ caseId, reference }) => (
      <TextLink href={`/cases/${caseId}/allocate`} about={reference}>
        {manages ? 'Allocate' : 'Take it'}
      </TextLink>
    ),
  }
  return [
    { key: 'case', header: 'Case', rowHeading: true, cell: (listed) => <WhichCase listed={listed} /> },
    { key: 'due', header: 'Due next', cell: (listed) => <DueNext listed={listed} /> },
    { key: 'worker', header: 'Case worker', cell: (listed) => <Worker listed={listed} now={now} /> },
    { key: 'strands', header: 'Strands', cell: ({ strands }) => strands.map((id) => STRANDS[id].short).join(', ') },
    { key: 'received', header: 'Received', cell: ({ receivedAt }) => <Instant at={receivedAt} now={now} /> },
    ...(queue === 'unallocated' ? [allocate] : []),
  ]
}

function WhichCase({ listed: { caseId, reference, clientName, serious, safeTimes } }: { listed: ListedCase }) {
  return (
    <>
      <TextLink href={`/cases/${caseId}`}>{clientName || 'Name not given'}</TextLink>
      <br />
      <span className="govuk-body-s">{reference}</span> <ViolenceTag serious={serious} safeTimes={safeTimes} />
    </>
  )
}

function DueNext({ listed: { due, closed, contactPossible } }: { listed: ListedCase }) {
  if (due) {
    return (
      <>
        <StatusTag status={due.status} /> {due.title}
        <br />
        <span className="govuk-body-s">{due.line}</span>
      </>
    )
  }
  if (closed) return 'Closed'
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
