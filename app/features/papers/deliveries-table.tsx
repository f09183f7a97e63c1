import { href } from '../../href.ts'
import { Table } from '../../ui/lists/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Instant } from '../../ui/time/time.tsx'

type At = Date | string

interface ShownDelivery {
  deliveryId: string
  label: string
  /** The name of a witness; empty for the client. */
  to: string
  how: string
  unsafe: boolean
  givenAt: At
  givenBy: string
  error: string
}

/** Every paper that was given, the newest first, and what was recorded by mistake. */
export function DeliveriesTable({ caseId, rows, now }: { caseId: string; rows: readonly ShownDelivery[]; now: At }) {
  return (
    <Table
      caption="Papers given"
      rows={rows}
      rowKey={({ deliveryId }) => deliveryId}
      columns={[
        {
          key: 'paper',
          header: 'Paper',
          rowHeading: true,
          cell: ({ label, to }) => (to ? `${label}, to ${to}` : label),
        },
        {
          key: 'when',
          header: 'When',
          cell: ({ givenAt, givenBy }) => (
            <>
              <Instant at={givenAt} now={now} />, {givenBy}
            </>
          ),
        },
        {
          key: 'how',
          header: 'How',
          cell: ({ how, unsafe }) => (
            <>
              {how} {unsafe ? <Tag colour="red">Against the safe-contact answers</Tag> : null}
            </>
          ),
        },
        {
          key: 'error',
          header: 'Correct it',
          cell: ({ deliveryId, label, error }) =>
            error ? (
              `Entered in error: ${error.toLowerCase()}`
            ) : (
              <TextLink href={href('/cases/:caseId/deliveries/:deliveryId/error', { caseId, deliveryId })}>
                Mark as entered in error<span className="govuk-visually-hidden">: “{label}”</span>
              </TextLink>
            ),
        },
      ]}
    />
  )
}
