import { href } from '../../../href.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Instant } from '../../../ui/time/time.tsx'

interface BeforeArrangingProps {
  caseId: string
  /** The client's needs, in words. */
  toBook: readonly string[]
  interviews: readonly { interviewId: string; startsAt: string; words: string }[]
  now: string
}

/** What to say to the client, what to book, and the interviews that are there. */
export function BeforeArranging({ caseId, toBook, interviews, now }: BeforeArrangingProps) {
  return (
    <>
      <InsetText>
        <h2 className="govuk-heading-s">Read this out</h2>
        <p className="govuk-body">
          “We would like to hear what happened and what you want. It takes about an hour. You choose where we meet. You
          may bring someone you trust. You may stop at any time.”
        </p>
      </InsetText>
      <h2 className="govuk-heading-s">To book for this interview</h2>
      {toBook.length > 0 ? (
        <>
          <ul className="govuk-list govuk-list--bullet">
            {toBook.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
          <p className="govuk-body">These come from the client’s record. You record each booking on the next page.</p>
        </>
      ) : (
        <p className="govuk-body">
          The client’s record names no needs. Ask again, and{' '}
          <TextLink href={href('/cases/:caseId/edit', { caseId })}>add what they need</TextLink> first.
        </p>
      )}
      {interviews.length > 0 ? (
        <>
          <h2 className="govuk-heading-s">Interviews of this case</h2>
          <ul className="govuk-list">
            {interviews.map(({ interviewId, startsAt, words }) => (
              <li key={interviewId}>
                <TextLink href={href('/cases/:caseId/interviews/:interviewId', { caseId, interviewId })}>
                  <Instant at={startsAt} now={now} />
                </TextLink>
                : {words}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}
