import { href } from '../../href.ts'
import { Tag } from '../../ui/tag.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Instant } from '../../ui/time/time.tsx'
import { ViolenceTag } from '../../ui/violence-tag.tsx'
import type { OwnSentReferral } from './read-sent-by-me.server.ts'
import type { UndecidedRequest } from './read-sharing-requests.server.ts'

interface WaitingProps {
  waiting: OwnSentReferral[]
  requests: UndecidedRequest[]
  now: string
}

/** What others owe this person: answers of other agencies, and decisions of a manager. */
export function WaitingSection({ waiting, requests, now }: WaitingProps) {
  if (waiting.length + requests.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">Waiting for someone else</h2>
      <ul className="govuk-list govuk-list--spaced">
        {requests.map(({ overrideId, agencyName, clientName, violence, requestedAt }) => (
          <li key={overrideId}>
            <TextLink href={href('/overrides/:overrideId', { overrideId })}>
              A manager, about {clientName}: share with {agencyName} without consent?
            </TextLink>{' '}
            <ViolenceTag serious={violence !== null} safeTimes={violence?.safeTimes} />
            <br />
            Requested <Instant at={requestedAt} now={now} />
          </li>
        ))}
        {waiting.map((each) => (
          <li key={each.referralId}>
            <TextLink href={href('/sent/:referralId', { referralId: each.referralId })}>
              {each.agencyName}, about {each.clientName}
            </TextLink>{' '}
            <ViolenceTag serious={each.violence !== null} safeTimes={each.violence?.safeTimes} />
            <br />
            <WaitingStatus {...each} now={now} />
          </li>
        ))}
      </ul>
    </>
  )
}

function WaitingStatus({
  referralId,
  agencyName,
  statusWords: stands,
  sentAt,
  late,
  chaseable,
  now,
}: OwnSentReferral & { now: string }) {
  return (
    <>
      {stands} {sentAt ? <Instant at={sentAt} now={now} /> : null}
      {late ? (
        <>
          {' '}
          <Tag colour="orange">{late}</Tag>
        </>
      ) : null}
      {late && chaseable ? (
        <>
          {' '}
          <TextLink href={href('/sent/:referralId/chase', { referralId })} about={agencyName}>
            Remind them
          </TextLink>
        </>
      ) : null}
    </>
  )
}
