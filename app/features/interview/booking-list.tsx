import { href } from '../../href.ts'
import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { Tag, type TagColour } from '../../ui/tag.tsx'
import { TextLink } from '../../ui/text-link.tsx'

interface BookingListProps {
  caseId: string
  interviewId: string
  bookings: readonly {
    bookingId: string
    need: string
    state: string
    colour: TagColour
    detail: string
    wrongTime: boolean
  }[]
  /** Needs that were recorded after the interview was arranged. */
  unbooked: readonly string[]
  changeable: boolean
}

/** What the client needs at the interview, and how far each booking is (G5, G6). */
export function BookingList({ caseId, interviewId, bookings, unbooked, changeable }: BookingListProps) {
  if (bookings.length + unbooked.length === 0)
    return (
      <p className="govuk-body">
        The client’s record names no needs.{' '}
        <TextLink href={href('/cases/:caseId/edit', { caseId })}>Add an interpreter or another need</TextLink>
      </p>
    )
  return (
    <>
      <SummaryList
        rows={bookings.map(({ bookingId, need, state, colour, detail, wrongTime }) => ({
          key: need,
          value: (
            <>
              <Tag colour={colour}>{wrongTime ? 'Booked for another time' : state}</Tag> {detail}
            </>
          ),
          ...(changeable && {
            action: {
              label: 'Change',
              href: href('/cases/:caseId/needs/:bookingId', { caseId, bookingId }),
              about: `the booking: ${need}`,
            },
          }),
        }))}
      />
      {unbooked.length > 0 && changeable ? (
        <p className="govuk-body">
          Not on the list of bookings yet: {unbooked.join(', ')}.{' '}
          <TextLink href={href('/cases/:caseId/interviews/:interviewId/change', { caseId, interviewId })}>
            Save the interview again to add it
          </TextLink>
        </p>
      ) : null}
    </>
  )
}
