import type { readMadeDecisions, WaitingRequest } from '../../facts/casework/decision-queue.server.ts'
import { href } from '../../href.ts'
import { EmptyState } from '../../ui/lists/empty-state.tsx'
import { ListTable } from '../../ui/lists/list-table.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Day, Instant } from '../../ui/time/time.tsx'
import { ViolenceTag } from '../../ui/violence-tag.tsx'

interface DecisionListProps {
  waiting: readonly WaitingRequest[]
  made: Awaited<ReturnType<typeof readMadeDecisions>>
  now: Date
}

/** The one queue of what managers decide: what this person may decide, what waits for another, and what was decided. */
export function DecisionList({ waiting, made, now }: DecisionListProps) {
  const mine = waiting.filter(({ mayDecide }) => mayDecide)
  const others = waiting.filter(({ mayDecide }) => !mayDecide)
  return (
    <>
      <p className="govuk-body">
        A manager decides, never the person who made the request. When a manager is away, any other manager of your
        agency can decide.
      </p>
      {waiting.length === 0 ? (
        <EmptyState why="No request waits for a manager. Requests come from a case: from its options, or to share without consent." />
      ) : null}
      {mine.length > 0 ? <Waiting caption="Waiting for your decision" rows={mine} now={now} /> : null}
      {others.length > 0 ? <Waiting caption="Waiting for a manager" rows={others} now={now} /> : null}
      {made.length > 0 ? <Made rows={made} now={now} /> : null}
      <p className="govuk-body">
        <TextLink href={href('/overrides')}>See all requests to share without consent</TextLink>
      </p>
    </>
  )
}

function Waiting({ caption, rows, now }: { caption: string; rows: readonly WaitingRequest[]; now: Date }) {
  return (
    <ListTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          header: 'What',
          rowHeading: true,
          cell: (row) => (
            <>
              <TextLink href={row.href}>
                {row.clientName || row.reference}: {row.what}
              </TextLink>{' '}
              <ViolenceTag serious={row.violence !== null} safeTimes={row.violence?.safeTimes} />
            </>
          ),
        },
        { key: 'by', header: 'Requested by', cell: ({ requestedByName }) => requestedByName, value: null },
        {
          key: 'at',
          header: 'Requested',
          cell: ({ requestedAt }) => <Instant at={requestedAt} now={now} />,
          value: null,
        },
        {
          key: 'until',
          header: 'Needed by',
          cell: ({ wantedBy }) => (wantedBy ? <Day on={wantedBy} now={now} /> : 'As soon as possible'),
          value: null,
        },
      ]}
    />
  )
}

function Made({ rows, now }: { rows: DecisionListProps['made']; now: Date }) {
  return (
    <ListTable
      caption="Decided"
      rows={rows}
      rowKey={({ decisionId }) => decisionId}
      columns={[
        {
          key: 'what',
          header: 'What',
          rowHeading: true,
          cell: ({ decisionId, clientName, reference, what }) => (
            <TextLink href={href('/decisions/:decisionId', { decisionId })}>
              {clientName || reference}: {what}
            </TextLink>
          ),
        },
        { key: 'made', header: 'Decision', cell: ({ made }) => made },
        { key: 'by', header: 'Decided by', cell: ({ decidedByName }) => decidedByName },
        {
          key: 'at',
          header: 'Decided',
          cell: ({ decidedAt }) => (decidedAt ? <Instant at={decidedAt} now={now} /> : null),
          value: null,
        },
      ]}
    />
  )
}
