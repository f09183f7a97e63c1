import { href } from '../../../href.ts'
import { SummaryList } from '../../../ui/lists/summary-list.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import type { AreaShown } from './read-area.server.ts'

export function AreaSummary({ area: { name, wards, published, earlier } }: { area: AreaShown }) {
  return (
    <SummaryList
      rows={[
        { key: 'Area of the map', value: name },
        { key: 'Wards in it', value: wards.join(', ') || null },
        { key: 'Published', value: published },
        {
          key: 'Earlier work here',
          value:
            earlier.length === 0
              ? 'None recorded'
              : earlier.map(({ eventId, title, heldOn }) => (
                  <p className="govuk-body" key={eventId}>
                    <TextLink href={href('/awareness/:eventId', { eventId })}>{title}</TextLink>, {heldOn}
                  </p>
                )),
        },
      ]}
    />
  )
}
