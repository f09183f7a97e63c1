import { href } from '../../../href.ts'
import { EmptyState } from '../../../ui/lists/empty-state.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Instant } from '../../../ui/time/time.tsx'
import { Timeline } from '../../../ui/time/timeline.tsx'

interface Happened {
  seq: number
  title: string
  detail: string
  at: Date
  by: string
  recordedLaterAt: Date | null
}

interface CaseTimelineProps {
  caseId: string
  groups: readonly { id: string; label: string }[]
  /** The selected group; null for all groups except who opened the case. */
  shown: string | null
  happenings: readonly Happened[]
  nextBefore: number | null
  now: Date
}

/** Events of a case, newest first, filtered by links. */
export function CaseTimeline({ caseId, groups, shown, happenings, nextBefore, now }: CaseTimelineProps) {
  const here = href('/cases/:caseId', { caseId })
  const narrowed = shown ? `show=${shown}&` : ''
  return (
    <section aria-labelledby="timeline">
      <h2 className="govuk-heading-m" id="timeline">
        Timeline
      </h2>
      <nav aria-label="Show on the timeline" className="accord-no-print">
        <ul className="govuk-list accord-choices">
          {[{ id: null, label: 'Everything' }, ...groups].map(({ id, label }) => (
            <li key={label}>
              {id === shown ? (
                <strong aria-current="true">{label}</strong>
              ) : (
                <TextLink href={id ? `${here}?show=${id}#timeline` : `${here}#timeline`}>{label}</TextLink>
              )}
            </li>
          ))}
        </ul>
      </nav>
      {happenings.length === 0 ? <EmptyState why="There are no entries of this kind on the timeline yet." /> : null}
      <Timeline
        now={now}
        entries={happenings.map(({ seq, title, detail, at, by, recordedLaterAt }) => ({
          entryId: String(seq),
          title,
          at,
          by,
          children: detail || recordedLaterAt ? <Detail detail={detail} writtenAt={recordedLaterAt} now={now} /> : null,
        }))}
      />
      {nextBefore === null ? null : (
        <p className="govuk-body">
          <TextLink href={`${here}?${narrowed}before=${nextBefore}#timeline`}>Show earlier entries</TextLink>
        </p>
      )}
    </section>
  )
}

function Detail({ detail, writtenAt, now }: { detail: string; writtenAt: Date | null; now: Date }) {
  return (
    <>
      {detail ? <p className="govuk-body accord-own-words">{detail}</p> : null}
      {writtenAt ? (
        <p className="govuk-body-s">
          Recorded <Instant at={writtenAt} now={now} />
        </p>
      ) : null}
    </>
  )
}
