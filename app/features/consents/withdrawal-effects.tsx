import { REFERRAL_STATES } from '../../domain/referral.ts'
import type { ConsentInFull } from './read-consents.server.ts'

/** What a withdrawal does, before it is done: at once, and to each referral by name. */
export function WithdrawalEffects({ consent }: { consent: ConsentInFull }) {
  const { recipientName, resting } = consent
  return (
    <>
      <p className="govuk-body">
        It works at once. Nothing more is shared with {recipientName} for this, and they are told. Their own notes stay
        with them. The client needs no reason.
      </p>
      {resting.length === 0 ? (
        <p className="govuk-body">Nothing was sent or is waiting to be sent.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {resting.map(({ referralId, reference, state, stops, hides }) => (
            <li key={referralId}>
              Referral {reference} ({REFERRAL_STATES[state].label.toLowerCase()}):{' '}
              {hides ? `${stops ? 'is stopped, and ' : ''}they no longer see what was shared` : 'is not sent'}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
