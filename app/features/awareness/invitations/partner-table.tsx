import { PARTNER_STATES } from '../../../domain/partnership/awareness.ts'
import { type ListColumn, ListTable } from '../../../ui/lists/list-table.tsx'
import { Tag, type TagColour } from '../../../ui/tag.tsx'
import { Instant } from '../../../ui/time/time.tsx'
import type { PartnerShown } from '../read-event.server.ts'

const COLOURS = { invited: 'yellow', accepted: 'green', declined: 'grey' } as const satisfies Record<
  PartnerShown['state'],
  TagColour
>

/** Invited agencies and their answers. Renders nothing if none were invited. */
export function PartnerTable({ partners, now }: { partners: PartnerShown[]; now: string }) {
  if (partners.length === 0) return null
  const columns: ListColumn<PartnerShown>[] = [
    { key: 'name', header: 'Agency', rowHeading: true, cell: ({ name }) => name },
    {
      key: 'state',
      header: 'Answer',
      value: ({ state }) => state,
      cell: ({ state }) => <Tag colour={COLOURS[state]}>{PARTNER_STATES[state].label}</Tag>,
    },
    { key: 'note', header: 'Note', cell: ({ note }) => note || 'None' },
    {
      key: 'who',
      header: 'Who and when',
      value: null,
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
  return <ListTable caption="Partners" columns={columns} rows={partners} rowKey={({ agencyId }) => agencyId} />
}
