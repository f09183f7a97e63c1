import { PARTNER_STATES } from '../../domain/awareness.ts'
import { type Column, Table } from '../../ui/table.tsx'
import { Tag, type TagColour } from '../../ui/tag.tsx'
import { Instant } from '../../ui/time.tsx'
import type { PartnerShown } from './read-event.server.ts'

const COLOURS = { invited: 'yellow', accepted: 'green', declined: 'grey' } as const satisfies Record<
  PartnerShown['state'],
  TagColour
>

/** Who was asked to take part, and what they answered; nothing where nobody was. */
export function PartnerTable({ partners, now }: { partners: PartnerShown[]; now: string }) {
  if (partners.length === 0) return null
  const columns: Column<PartnerShown>[] = [
    { key: 'name', header: 'Agency', rowHeading: true, cell: ({ name }) => name },
    {
      key: 'state',
      header: 'Answer',
      cell: ({ state }) => <Tag colour={COLOURS[state]}>{PARTNER_STATES[state].label}</Tag>,
    },
    { key: 'note', header: 'Note', cell: ({ note }) => note || 'None' },
    {
      key: 'who',
      header: 'By whom',
      cell: ({ answeredAt, answeredByName, invitedAt }) =>
        answeredAt ? (
          <>
            {answeredByName}, <Instant at={answeredAt} now={now} />
          </>
        ) : (
          <>
            Invited <Instant at={invitedAt} now={now} />
          </>
        ),
    },
  ]
  return <Table caption="Partners" columns={columns} rows={partners} rowKey={({ agencyId }) => agencyId} />
}
