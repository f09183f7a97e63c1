import { InsetText } from '../../../ui/inset-text.tsx'
import { Table } from '../../../ui/lists/table.tsx'
import type { ComparedShown } from './read-before-and-after.server.ts'

/** Published numbers for the months before and after, and what they cannot show. */
export function ComparedSection({ compared: { rows, width } }: { compared: ComparedShown }) {
  return (
    <>
      <Table
        caption="Before and after"
        rows={rows}
        rowKey={({ when }) => when}
        columns={[
          { key: 'when', header: 'When', rowHeading: true, cell: ({ when, period }) => `${when}: ${period}` },
          { key: 'told', header: 'Published around here', cell: ({ told }) => told },
        ]}
      />
      <InsetText>
        {width ? `Both numbers are for the same hexagon of ${width}, as published in releases. ` : ''}
        The quarter of the event itself is left out. This comparison cannot show what the event achieved. The numbers
        are small and rounded, and other things happened in the same months. More reports may also mean that more people
        trust an agency enough to report.
      </InsetText>
    </>
  )
}
