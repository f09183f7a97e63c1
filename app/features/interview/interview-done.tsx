import { href } from '../../href.ts'
import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { TextLink } from '../../ui/text-link.tsx'

const DONE: Readonly<Record<string, { heading: string; next: string }>> = {
  arranged: { heading: 'The interview is arranged.', next: 'Now book what the client needs.' },
  changed: { heading: 'The interview is changed.', next: 'Check that each booking is for the new time.' },
  cancelled: { heading: 'The interview is cancelled.', next: 'Cancel what was booked for it.' },
  booked: { heading: 'The booking is saved.', next: 'A need stays open until it was there.' },
  kept: { heading: 'Your draft is saved.', next: 'Colleagues see your answers when you save the section.' },
  section: { heading: 'The section is saved.', next: 'A colleague can continue the interview.' },
  held: { heading: 'The interview is finished.', next: 'Agree the action plan with the client next.' },
}

interface InterviewDoneProps {
  done: string
  caseId: string
  interview: { interviewId: string; wantsReferral: boolean }
}

/** What just happened, and what comes next. */
export function InterviewDone({ done, caseId, interview }: InterviewDoneProps) {
  const said = Object.hasOwn(DONE, done) ? DONE[done] : undefined
  if (!said) return null
  return (
    <NotificationBanner heading={said.heading}>
      <p className="govuk-body">{said.next}</p>
      {done === 'section' && interview.wantsReferral ? (
        <p className="govuk-body">
          The client wants to be referred.{' '}
          <TextLink href={href('/cases/:caseId/refer', { caseId })}>Refer them within one working day</TextLink>
        </p>
      ) : null}
    </NotificationBanner>
  )
}
