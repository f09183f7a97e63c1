import { CONSENT_CAPACITY, CONSENT_GRANTORS, CONSENT_METHODS } from '../../domain/consents/consent.ts'
import { referralStatusInSentence } from '../../domain/referrals/referral-status.ts'
import { href } from '../../href.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Day, Instant } from '../../ui/time/time.tsx'
import { consentAddress } from './consent-choice.ts'
import { purposesWords } from './consent-list.tsx'
import { ConsentStateTag } from './consent-tags.tsx'
import type { ConsentInFull } from './read-consents.server.ts'

/** One answer of the client, with the sentences they were shown and the referrals that use it. */
export function ConsentDetail({ consent, caseId, now }: { consent: ConsentInFull; caseId: string; now: Date }) {
  const live = consent.decision === 'agreed' && consent.withdrawnAt === null
  const { recipientAgencyId, purposes, categories } = consent
  const withoutName = !categories.includes('name')
  const askAgain = { recipientAgencyIds: [recipientAgencyId], purposes, categories, withoutName }
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Answer', value: <ConsentStateTag state={consent.state} /> },
          { key: 'For', value: purposesWords(consent.purposes) || null },
          { key: 'In their own words', value: consent.limits || null },
          { key: 'Answered', value: <Instant at={consent.givenAt} now={now} /> },
          { key: 'How', value: CONSENT_METHODS[consent.method].label },
          { key: 'By', value: CONSENT_GRANTORS[consent.grantor].label },
          { key: 'Language', value: consent.language },
          { key: 'Interpreter', value: consent.interpreter || null },
          { key: 'Capacity', value: CONSENT_CAPACITY[consent.capacity].label },
          { key: 'About capacity', value: consent.capacityNote || null },
          { key: 'Taken by', value: consent.takenByName },
          { key: 'Review', value: live ? <Day on={consent.reviewOn} now={now} /> : null },
          { key: 'Withdrawn', value: consent.withdrawnAt && <Instant at={consent.withdrawnAt} now={now} /> },
          { key: 'How they told us', value: consent.withdrawnHow || null },
          { key: 'Recorded by', value: consent.withdrawnByName },
        ]}
      />
      <h2 className="govuk-heading-s">What they were shown</h2>
      <InsetText>
        <span className="accord-own-words">{consent.wording}</span>
      </InsetText>
      <p className="govuk-hint">Wording of {consent.wordingVersion}</p>
      {consent.state === 'review_due' ? (
        <p className="govuk-body">
          <TextLink href={consentAddress(caseId, 'new', askAgain)}>Confirm it with the client</TextLink> before anything
          new is shared.
        </p>
      ) : null}
      {live ? (
        <ButtonLink
          variant="warning"
          href={href('/cases/:caseId/consents/:consentId/withdraw', { caseId, consentId: consent.consentId })}
        >
          The client withdraws this consent
        </ButtonLink>
      ) : null}
      <ReferralsUsingConsent consent={consent} now={now} />
    </>
  )
}

function ReferralsUsingConsent({ consent: { affected, withdrawnAt }, now }: { consent: ConsentInFull; now: Date }) {
  if (affected.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-s">
        {withdrawnAt ? 'Referrals that used this consent' : 'Referrals that use this consent'}
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {affected.map((one) => (
          <li key={one.referralId}>
            <TextLink href={href('/sent/:referralId', { referralId: one.referralId })}>
              Referral {one.reference}
            </TextLink>
            : {referralStatusInSentence(one)}
            {one.sentAt ? (
              <>
                . Sent <Instant at={one.sentAt} now={now} />
              </>
            ) : null}
            {one.hiddenAt ? ', no longer visible to them' : null}{' '}
            {one.owesNews ? <Tag colour="orange">Tell the client</Tag> : null}
          </li>
        ))}
      </ul>
    </>
  )
}
