import { Form } from '../../../forms/form.tsx'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { href } from '../../../href.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/lists/empty-state.tsx'
import { ListTable } from '../../../ui/lists/list-table.tsx'
import { Instant } from '../../../ui/time/time.tsx'

interface ListedPlace {
  placeId: string
  ward: string
  reason: string
  addedByName: string
  addedAt: Date
  mayRemove: boolean
  /** Idempotency key of the form that removes it. */
  key: string
}

export function PlaceList({ places, now }: { places: readonly ListedPlace[]; now: Date }) {
  if (places.length === 0) return <EmptyState why="There are no protected places yet." />
  return (
    <ListTable
      caption="Protected places"
      captionHidden
      columns={[
        { key: 'ward', header: 'Ward', rowHeading: true, cell: ({ ward }) => ward },
        { key: 'reason', header: 'Why', cell: ({ reason }) => reason },
        { key: 'by', header: 'By', cell: ({ addedByName }) => addedByName },
        { key: 'at', header: 'Since', cell: ({ addedAt }) => <Instant at={addedAt} now={now} />, value: null },
        {
          key: 'remove',
          header: 'Remove from the list',
          value: null,
          cell: ({ placeId, ward, key, mayRemove }) =>
            mayRemove ? (
              <Form action={href('/map/places/remove')} idempotencyKey={key}>
                <HiddenField name="placeId" value={placeId} />
                <Button variant="secondary" about={`the place (${ward}) from the list`}>
                  Remove
                </Button>
              </Form>
            ) : null,
        },
      ]}
      rows={places}
      rowKey={({ placeId }) => placeId}
    />
  )
}
