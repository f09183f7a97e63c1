import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Instant } from '../../ui/time/time.tsx'

interface InterviewFactsProps {
  interview: {
    state: 'arranged' | 'held' | 'cancelled'
    stateWords: string
    place: string
    companion: string
    mustNotKnow: string
    arrival: string
    startsAt: string
    heldAt: string | null
    minutes: number
    cancelReason: string
  }
  now: string
}

const COLOURS = { arranged: 'blue', held: 'green', cancelled: 'grey' } as const

/** What is arranged: safety before the place. */
export function InterviewFacts({ interview, now }: InterviewFactsProps) {
  const { state, stateWords, mustNotKnow, arrival, startsAt, heldAt, minutes, cancelReason } = interview
  return (
    <SummaryList
      rows={[
        { key: 'State', value: <Tag colour={COLOURS[state]}>{stateWords}</Tag> },
        { key: 'Must not know', value: mustNotKnow || null },
        { key: 'Arrive safely', value: arrival || null },
        { key: 'When', value: <Instant at={heldAt ?? startsAt} now={now} /> },
        { key: 'How long', value: `${minutes} minutes` },
        { key: 'Place the client chose', value: interview.place },
        { key: 'Comes along', value: interview.companion },
        { key: 'Why it was cancelled', value: cancelReason || null },
      ]}
    />
  )
}
