import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { ownEntry } from '../../ui/own-entry.ts'

const DONE: Readonly<Record<string, { heading: string; next: string }>> = {
  given: { heading: 'Recorded that the paper was given.', next: 'It is on the timeline of the case.' },
  'given-unsafe': {
    heading: 'Recorded that the paper was given against the safe-contact answers.',
    next: 'It is counted, and it is on the timeline of the case.',
  },
  error: { heading: 'Marked as entered in error.', next: 'The log keeps it. Deadlines are as if it was not given.' },
  ordered: { heading: 'Recorded that Braille is ordered.', next: 'Record that it was given when the client has it.' },
  pack: { heading: 'Recorded what was offered of the support pack.', next: 'It is on the timeline of the case.' },
}

/** Confirms the action just done. `code` is from the address. */
export function PapersDone({ code }: { code: string | null }) {
  const done = ownEntry(DONE, code)
  if (!done) return null
  return (
    <NotificationBanner heading={done.heading}>
      <p className="govuk-body">{done.next}</p>
    </NotificationBanner>
  )
}
