import { Link } from '@remix-run/react'
import { FormTaskList } from '../../forms/multi-page/form-task-list.tsx'
import { href } from '../../href.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Details } from '../../ui/details.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Instant } from '../../ui/time/time.tsx'
import { WarningText } from '../../ui/warning-text.tsx'
import { BookingList } from './booking-list.tsx'
import { InterviewFacts } from './interview-facts.tsx'
import type { InterviewView } from './read-interview.server.ts'
import { SavedAnswers } from './saved-answers.tsx'

interface InterviewPageProps {
  caseId: string
  interview: InterviewView
  now: string
}

/** An interview: while it is arranged, what is still to talk about; afterwards what was said. */
export function InterviewPage({ caseId, interview, now }: InterviewPageProps) {
  const { interviewId, state, startsAt, bookings, unbooked, openNeeds } = interview
  const isArranged = state === 'arranged'
  return (
    <>
      <h2 className="govuk-heading-m">
        Interview, <Instant at={startsAt} now={now} />
      </h2>
      {openNeeds.length > 0 ? <WarningText>The client still needs: {openNeeds.join(', ')}.</WarningText> : null}
      {isArranged ? <Sections interview={interview} /> : null}
      {isArranged ? <Gaps caseId={caseId} interview={interview} /> : null}
      <h3 className="govuk-heading-s">Where and when</h3>
      <InterviewFacts interview={interview} now={now} />
      {isArranged ? <Changes caseId={caseId} interviewId={interviewId} /> : null}
      <h3 className="govuk-heading-s">What the client needs</h3>
      <BookingList
        caseId={caseId}
        interviewId={interviewId}
        bookings={bookings}
        unbooked={unbooked}
        changeable={isArranged}
      />
      <WhatWasSaid answers={interview.answers} open={!isArranged} />
    </>
  )
}

function Sections({ interview: { tasks, completeness } }: Pick<InterviewPageProps, 'interview'>) {
  return (
    <>
      <FormTaskList pages={tasks} hrefOf={(id) => tasks.find((task) => task.id === id)?.href ?? ''} />
      <p className="govuk-body-s">{completeness} None of them is required.</p>
    </>
  )
}

/** What is missing, each with a link to where it is recorded; nothing missing shows the button. */
function Gaps({ caseId, interview: { interviewId, gaps } }: Omit<InterviewPageProps, 'now'>) {
  const finish = href('/cases/:caseId/interviews/:interviewId/finish', { caseId, interviewId })
  if (gaps.length === 0) return <ButtonLink href={finish}>Finish the interview</ButtonLink>
  return (
    <>
      <h3 className="govuk-heading-s">Still missing before you can finish</h3>
      <ul className="govuk-list govuk-list--bullet">
        {gaps.map(({ id, words, clause, href: address }) => (
          <li key={id}>
            <Link to={address} className="govuk-link">
              {words}
            </Link>{' '}
            ({clause})
          </li>
        ))}
      </ul>
    </>
  )
}

function Changes({ caseId, interviewId }: { caseId: string; interviewId: string }) {
  const params = { caseId, interviewId }
  return (
    <ul className="govuk-list accord-no-print">
      <li>
        <TextLink href={href('/cases/:caseId/interviews/:interviewId/change', params)}>
          Change the place, the time or who comes along
        </TextLink>
      </li>
      <li>
        <TextLink href={href('/cases/:caseId/interviews/:interviewId/cancel', params)}>Cancel the interview</TextLink>
      </li>
      <li>
        <a className="govuk-link" href={href('/cases/:caseId/interviews/:interviewId/calendar.ics', params)}>
          Put it in your calendar
        </a>{' '}
        (the file says “Appointment” and the reference, no name and no place)
      </li>
    </ul>
  )
}

function WhatWasSaid({ answers, open }: { answers: InterviewView['answers']; open: boolean }) {
  if (answers.length === 0) return null
  return (
    <Details summary="What is saved so far" open={open}>
      {answers.map(({ title, answers: ofSection }) => (
        <section key={title}>
          <h4 className="govuk-heading-s">{title}</h4>
          <SavedAnswers answers={ofSection} />
        </section>
      ))}
    </Details>
  )
}
