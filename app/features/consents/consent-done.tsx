import { href } from '../../href.ts'
import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import type { ShownConsent } from './read-consents.server.ts'

interface ConsentDoneProps {
  caseId: string
  consent: ShownConsent
  /** Earlier consents to the same agency that still apply. */
  earlier: readonly ShownConsent[]
}

/** Confirms the answer and offers the next step. The client is thanked for a refusal too. */
export function ConsentDone({ caseId, consent, earlier }: ConsentDoneProps) {
  const { recipientName, decision, recipientAgencyId, kept, sendHref } = consent
  if (decision === 'agreed') {
    return (
      <NotificationBanner heading={`Recorded: the client agrees to share with ${recipientName}.`}>
        <p className="govuk-body">
          You can{' '}
          <TextLink href={sendHref}>
            {kept ? 'send the referral that is waiting for this consent' : `refer to ${recipientName}`}
          </TextLink>{' '}
          now. The client can change their mind at any time.
        </p>
      </NotificationBanner>
    )
  }
  const stands = earlier.find((one) => one.recipientAgencyId === recipientAgencyId && one.decision === 'agreed')
  return (
    <NotificationBanner
      heading={decision === 'refused' ? `Recorded: nothing is shared with ${recipientName}.` : 'Recorded: not now.'}
    >
      <p className="govuk-body">
        You still help the client as before. You can ask again when the client wants to talk about it.
      </p>
      {stands ? (
        <p className="govuk-body">
          The client agreed before, and what was sent then is still visible.{' '}
          <TextLink href={href('/cases/:caseId/consents/:consentId/withdraw', { caseId, consentId: stands.consentId })}>
            If the client wants that stopped too, withdraw that consent
          </TextLink>
          .
        </p>
      ) : null}
    </NotificationBanner>
  )
}
