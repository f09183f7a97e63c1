import type { ReactNode } from 'react'
import type { InstantValue } from './say-time.ts'
import { Instant } from './time.tsx'

interface TimelineEntry {
  entryId: string
  title: string
  at: InstantValue
  /** The person, with the agency if it is not the reader's. */
  by?: string
  children?: ReactNode
}

interface TimelineProps {
  entries: readonly TimelineEntry[]
  now: InstantValue
  /** Heading level of the entries: one below the heading above the timeline. */
  headingLevel?: 2 | 3 | 4
}

/** Entries sorted newest first, whatever order they come in. */
export function Timeline({ entries, now, headingLevel = 3 }: TimelineProps) {
  const Heading = `h${headingLevel}` as const
  const newestFirst = entries.toSorted((a, b) => new Date(b.at).getTime() - new Date(a.at).getTime())
  return (
    <div className="moj-timeline">
      {newestFirst.map(({ entryId, title, at, by, children }) => (
        <div key={entryId} className="moj-timeline__item" id={`event-${entryId}`}>
          <div className="moj-timeline__header">
            <Heading className="moj-timeline__title">{title}</Heading>
            {by ? <p className="moj-timeline__byline"> by {by}</p> : null}
          </div>
          <p className="moj-timeline__date">
            <Instant at={at} now={now} />
          </p>
          {children ? <div className="moj-timeline__description">{children}</div> : null}
        </div>
      ))}
    </div>
  )
}
