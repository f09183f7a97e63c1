import { InsetText } from '../../ui/inset-text.tsx'
import { Day, Instant } from '../../ui/time/time.tsx'

type At = Date | string

interface SendByNoteProps {
  due: { dueOn: string; sendBy: string; state: string; keptAt: At | null } | null
  now: At
}

/** By when the acknowledgement of the agreed plan must be given (I4b), or that it was. */
export function SendByNote({ due, now }: SendByNoteProps) {
  if (!due) return null
  if (due.keptAt) {
    return (
      <InsetText>
        The client got the acknowledgement <Instant at={due.keptAt} now={now} />
        {due.state === 'met_late' ? ', after the deadline' : ', in time'}.
      </InsetText>
    )
  }
  if (due.state !== 'running') return null
  return (
    <InsetText>
      Send the acknowledgement by <Day on={due.sendBy} now={now} />.{' '}
      {due.sendBy === due.dueOn ? null : (
        <>
          That is the last working day before the deadline, the end of <Day on={due.dueOn} now={now} />.
        </>
      )}{' '}
      The client was promised it within five days.
    </InsetText>
  )
}
