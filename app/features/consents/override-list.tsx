import { OVERRIDE_GROUNDS } from '../../domain/consents/override.ts'
import { href } from '../../href.ts'
import { EmptyState } from '../../ui/lists/empty-state.tsx'
import { ListTable } from '../../ui/lists/list-table.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { sayFullDay } from '../../ui/time/say-time.ts'
import { Instant } from '../../ui/time/time.tsx'
import { ViolenceTag } from '../../ui/violence-tag.tsx'
import { OverrideStateTag } from './consent-tags.tsx'
import type { OverridesOfAgency } from './read-overrides.server.ts'

type Row = OverridesOfAgency['waiting'][number]

/** Requests to share without consent: those to decide, those decided, and how many there were. */
export function OverrideList({ overrides, now }: { overrides: OverridesOfAgency; now: Date }) {
  const { waiting, decided, counted } = overrides
  return (
    <>
      <p className="govuk-body">
        Since {sayFullDay(counted.since)}: {counted.asked} requested, {counted.authorised} authorised, {counted.used}{' '}
        used.
      </p>
      {waiting.length === 0 ? (
        <EmptyState why="No request is waiting for a manager." />
      ) : (
        <Requests caption="Waiting for a manager" rows={waiting} now={now} />
      )}
      {decided.length > 0 ? <Requests caption="Decided" rows={decided} now={now} /> : null}
    </>
  )
}

function Requests({ caption, rows, now }: { caption: string; rows: Row[]; now: Date }) {
  return (
    <ListTable
      caption={caption}
      rows={rows}
      rowKey={({ overrideId }) => overrideId}
      columns={[
        {
          key: 'client',
          header: 'Client',
          rowHeading: true,
          cell: ({ overrideId, clientName, violence }) => (
            <>
              <TextLink href={href('/overrides/:overrideId', { overrideId })}>{clientName}</TextLink>
              <ViolenceTag serious={violence !== null} safeTimes={violence?.safeTimes} />
            </>
          ),
        },
        { key: 'to', header: 'Share with', cell: ({ recipientName }) => recipientName },
        { key: 'ground', header: 'Ground', cell: ({ ground }) => OVERRIDE_GROUNDS[ground].label },
        { key: 'by', header: 'Requested by', cell: ({ requestedByName }) => requestedByName },
        {
          key: 'at',
          header: 'Requested',
          cell: ({ requestedAt }) => <Instant at={requestedAt} now={now} />,
          value: null,
        },
        {
          key: 'state',
          header: 'Status',
          cell: (row) => <OverrideStateTag override={row} now={now} />,
          value: null,
        },
      ]}
    />
  )
}
