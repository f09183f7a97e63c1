import { REFERRAL_STATES, type ReferralState } from '../../domain/referral.ts'
import { TextLink } from '../../ui/text-link.tsx'
import { Instant } from '../../ui/time.tsx'
import type { AskedByMe } from './read-sharing-asked.server.ts'
import type { SentByMe } from './read-waiting.server.ts'

interface WaitingProps {
  waiting: SentByMe[]
  asked: AskedByMe[]
  now: string
}

/** What others owe this person: the agencies referred to, and a manager who is to decide. */
export function WaitingSection({ waiting, asked, now }: WaitingProps) {
  if (waiting.length + asked.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">Waiting for someone else</h2>
      <ul className="govuk-list govuk-list--spaced">
        {asked.map(({ overrideId, agencyName, clientName, requestedAt }) => (
          <li key={overrideId}>
            <TextLink href={`/overrides/${overrideId}`}>
              A manager, about {clientName}: share with {agencyName} without consent?
            </TextLink>
            <br />
            Asked <Instant at={requestedAt} now={now} />
          </li>
        ))}
        {waiting.map((each) => (
          <li key={each.referralId}>
            <TextLink href={`/sent/${each.referralId}`}>
              {each.agencyName}, about {each.clientName}
            </TextLink>
            <br />
            <HowItStands {...each} now={now} />
          </li>
        ))}
      </ul>
    </>
  )
}

function HowItStands({ state, sentAt, now }: SentByMe & { now: string }) {
  return (
    <>
      {state === 'sent' ? 'Sent' : `${REFERRAL_STATES[state as ReferralState].label}, sent`}{' '}
      {sentAt ? <Instant at={sentAt} now={now} /> : null}
    </>
  )
}
