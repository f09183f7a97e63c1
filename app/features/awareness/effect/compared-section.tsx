import { InsetText } from '../../../ui/inset-text.tsx'
import { Table } from '../../../ui/lists/table.tsx'
import type { ComparedShown } from './read-before-and-after.server.ts'

/** What releases say of the months before and after, and what that cannot say. */
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
        {width ? `Both sides count the same hexagon of ${width}, as releases have published it. ` : ''}
        The quarter of the event itself is left out. Such a comparison cannot say what the event did: the numbers are
        few and rounded, other things happened in the same months, and more reports may mean that more people trust
        somebody enough to report.
      </InsetText>
    </>
  )
}
