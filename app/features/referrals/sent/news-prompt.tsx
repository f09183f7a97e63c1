import { DATA_CATEGORIES } from '../../../domain/consents/data-category.ts'
import { href } from '../../../href.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { NotificationBanner } from '../../../ui/layout/notification-banner.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { sayInstant } from '../../../ui/time/say-time.ts'
import type { SentReferral } from './read-sent-referral.server.ts'

interface NewsPromptProps {
  sent: SentReferral
  now: string
}

/** News that the client has not heard: what to say, and the link to record it. */
export function NewsPrompt({ sent, now }: NewsPromptProps) {
  const { clientName } = sent.case
  return (
    <NotificationBanner kind="news" heading={`Tell ${clientName} the news about this referral.`}>
      <p className="govuk-body">{sent.track.sentence}</p>
      {sent.otherHelp ? (
        <p className="govuk-body">
          <TextLink href={sent.otherHelp.href}>{sent.otherHelp.words}</TextLink>.
        </p>
      ) : null}
      {sent.hiddenAt ? <StepsBeforeHiding sent={sent} now={now} /> : null}
      <ButtonLink href={href('/sent/:referralId/tell', { referralId: sent.referralId })}>
        Record that you told {clientName}
      </ButtonLink>
    </NotificationBanner>
  )
}

/** What the recipient knew and did before the referral was hidden from it: the client has a right to know. */
function StepsBeforeHiding({ sent, now }: Pick<NewsPromptProps, 'sent' | 'now'>) {
  const known = [...new Set(sent.packages.flatMap(({ categories }) => categories))]
  const done = sent.steps.filter(({ ours, inError }) => !ours && !inError)
  return (
    <>
      <p className="govuk-body">Tell the client what had already happened:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          {sent.recipient.name} received it {sent.sentAt ? sayInstant(sent.sentAt, now) : ''}:{' '}
          {known.map((category) => DATA_CATEGORIES[category].label.toLowerCase()).join('; ')}.
        </li>
        {sent.track.steps
          .filter(({ state, label, at }) => state !== 'ended' && at && label !== 'Decided' && label !== 'Sent')
          .map(({ label, at }) => (
            <li key={label}>
              {label}: {at ? sayInstant(at, now) : ''}
            </li>
          ))}
        {done.length === 0 ? <li>They had not answered or done anything yet.</li> : null}
        <li>They can no longer see it. They keep their own notes.</li>
      </ul>
    </>
  )
}
