import { CONSENT_PURPOSES } from '../../domain/consent-purpose.ts'
import { DATA_CATEGORIES } from '../../domain/data-category.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Table } from '../../ui/table.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Day, Instant } from '../../ui/time.tsx'
import { ConsentStateTag, OverrideStateTag } from './consent-tags.tsx'
import type { ConsentsOfCase } from './read-consents.server.ts'

interface ConsentListProps {
  caseId: string
  consents: ConsentsOfCase['consents']
  overrides: ConsentsOfCase['overrides']
  now: Date
}

/** What the client said about sharing, agency by agency; a no stands here as plainly as a yes. */
export function ConsentList({ caseId, consents, overrides, now }: ConsentListProps) {
  const ask = <ButtonLink href={`/cases/${caseId}/consents/new`}>Ask about an agency</ButtonLink>
  return (
    <>
      {consents.length === 0 ? (
        <EmptyState why="The client has not been asked yet. Nothing can be shared before they have said yes.">
          {ask}
        </EmptyState>
      ) : (
        <>
          {ask}
          <Table
            caption="What the client said"
            rows={consents}
            rowKey={({ consentId }) => consentId}
            columns={[
              {
                key: 'agency',
                header: 'Agency',
                rowHeading: true,
                cell: ({ consentId, recipientName }) => (
                  <TextLink href={`/cases/${caseId}/consents/${consentId}`}>{recipientName}</TextLink>
                ),
              },
              { key: 'said', header: 'Answer', cell: ({ state }) => <ConsentStateTag state={state} /> },
              { key: 'for', header: 'For', cell: ({ purposes }) => purposesWords(purposes) },
              { key: 'data', header: 'May know', cell: (row) => (row.decision === 'agreed' ? dataWords(row) : '') },
              { key: 'given', header: 'Said', cell: ({ givenAt }) => <Instant at={givenAt} now={now} /> },
              {
                key: 'review',
                header: 'Review',
                cell: ({ state, reviewOn }) =>
                  state === 'active' || state === 'review_due' ? <Day on={reviewOn} now={now} /> : '',
              },
            ]}
          />
        </>
      )}
      <Overrides overrides={overrides} now={now} />
    </>
  )
}

function Overrides({ overrides, now }: Pick<ConsentListProps, 'overrides' | 'now'>) {
  if (overrides.length === 0) return null
  return (
    <Table
      caption="Sharing without consent"
      rows={overrides}
      rowKey={({ overrideId }) => overrideId}
      columns={[
        {
          key: 'agency',
          header: 'Agency',
          rowHeading: true,
          cell: ({ overrideId, recipientName }) => (
            <TextLink href={`/overrides/${overrideId}`}>{recipientName}</TextLink>
          ),
        },
        { key: 'state', header: 'How it stands', cell: (row) => <OverrideStateTag override={row} now={now} /> },
        { key: 'by', header: 'Asked by', cell: ({ requestedByName }) => requestedByName },
        { key: 'at', header: 'Asked', cell: ({ requestedAt }) => <Instant at={requestedAt} now={now} /> },
      ]}
    />
  )
}

export function purposesWords(purposes: readonly (keyof typeof CONSENT_PURPOSES)[]): string {
  return purposes.map((id) => CONSENT_PURPOSES[id].label).join('; ')
}

export function dataWords({ categories }: { categories: readonly (keyof typeof DATA_CATEGORIES)[] }): string {
  return categories.map((id) => DATA_CATEGORIES[id].label).join('; ')
}
