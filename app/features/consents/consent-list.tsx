import type { Contactability } from '../../domain/cases/case-event.ts'
import { CONSENT_PURPOSES } from '../../domain/consents/consent-purpose.ts'
import { DATA_CATEGORIES } from '../../domain/consents/data-category.ts'
import { href } from '../../href.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { EmptyState } from '../../ui/lists/empty-state.tsx'
import { ListTable } from '../../ui/lists/list-table.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Day, Instant } from '../../ui/time/time.tsx'
import { ConsentStateTag, OverrideStateTag } from './consent-tags.tsx'
import type { ConsentsOfCase } from './read-consents.server.ts'

interface ConsentListProps {
  caseId: string
  contactability: Contactability
  consents: ConsentsOfCase['consents']
  overrides: ConsentsOfCase['overrides']
  now: Date
}

/** The client's answers that this worker has not recorded yet: nothing can be shared on them. */
export function AnswersToRecordList({ caseId, many }: { caseId: string; many: number }) {
  if (many === 0) return null
  return (
    <InsetText>
      The client answered about {many === 1 ? '1 agency' : `${many} agencies`}, and you have not recorded it.{' '}
      <TextLink href={href('/cases/:caseId/consents/record', { caseId })}>Record what the client answered</TextLink>
    </InsetText>
  )
}

/** The client's answers about sharing, by agency. Refusals are as visible as agreements. */
export function ConsentList({ caseId, contactability, consents, overrides, now }: ConsentListProps) {
  const ask =
    contactability === 'possible' ? (
      <ButtonLink href={href('/cases/:caseId/consents/new', { caseId })}>Ask about an agency</ButtonLink>
    ) : null
  return (
    <>
      {consents.length === 0 ? (
        <EmptyState why={notAsked(contactability, overrides)}>{ask}</EmptyState>
      ) : (
        <>
          {ask}
          <ListTable
            caption="What the client said"
            rows={consents}
            rowKey={({ consentId }) => consentId}
            columns={[
              {
                key: 'agency',
                header: 'Agency',
                rowHeading: true,
                cell: ({ consentId, recipientName }) => (
                  <TextLink href={href('/cases/:caseId/consents/:consentId', { caseId, consentId })}>
                    {recipientName}
                  </TextLink>
                ),
              },
              { key: 'said', header: 'Answer', cell: ({ state }) => <ConsentStateTag state={state} />, value: null },
              { key: 'for', header: 'For', cell: ({ purposes }) => purposesWords(purposes) },
              { key: 'data', header: 'May know', cell: (row) => (row.decision === 'agreed' ? dataWords(row) : '') },
              {
                key: 'given',
                header: 'Answered',
                cell: ({ givenAt }) => <Instant at={givenAt} now={now} />,
                value: ({ givenAt }) => String(givenAt),
              },
              {
                key: 'review',
                header: 'Review',
                value: ({ state, reviewOn }) => `${state} ${reviewOn}`,
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

function notAsked(contactability: Contactability, overrides: ConsentListProps['overrides']): string {
  const nothing =
    contactability === 'possible' ? 'Nothing can be shared until the client says yes.' : 'Nothing can be shared.'
  const authorised = overrides.some(({ sendHref }) => sendHref)
  return `${WHY_NOT_ASKED[contactability]} ${authorised ? 'Only what a manager authorised, below, can be shared.' : nothing}`
}

const WHY_NOT_ASKED: Record<Contactability, string> = {
  possible: 'The client has not been asked yet.',
  anonymous: 'The report is anonymous, so there is no client to ask.',
  client_unaware: 'The client does not know about this report, so do not ask them yet.',
}

function Overrides({ overrides, now }: Pick<ConsentListProps, 'overrides' | 'now'>) {
  if (overrides.length === 0) return null
  return (
    <ListTable
      caption="Sharing without consent"
      rows={overrides}
      rowKey={({ overrideId }) => overrideId}
      columns={[
        {
          key: 'agency',
          header: 'Agency',
          rowHeading: true,
          cell: ({ overrideId, recipientName }) => (
            <TextLink href={href('/overrides/:overrideId', { overrideId })}>{recipientName}</TextLink>
          ),
        },
        {
          key: 'state',
          header: 'Status',
          cell: (row) => <OverrideStateTag override={row} now={now} />,
          value: null,
        },
        {
          key: 'send',
          header: 'Next',
          value: null,
          cell: ({ sendHref, recipientName }) =>
            sendHref ? (
              <TextLink href={sendHref} about={`to ${recipientName}`}>
                Continue the referral
              </TextLink>
            ) : null,
        },
        { key: 'by', header: 'Requested by', cell: ({ requestedByName }) => requestedByName },
        {
          key: 'at',
          header: 'Requested',
          cell: ({ requestedAt }) => <Instant at={requestedAt} now={now} />,
          value: null,
        },
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
