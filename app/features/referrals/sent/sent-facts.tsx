import { CONSENT_PURPOSES } from '../../../domain/consents/consent-purpose.ts'
import { ASKED_BY } from '../../../domain/referrals/referral-decision.ts'
import { href } from '../../../href.ts'
import { Details } from '../../../ui/details.tsx'
import { SummaryList } from '../../../ui/lists/summary-list.tsx'
import { PhoneNumbers } from '../../../ui/phone-numbers.tsx'
import { StatusTag } from '../../../ui/tag.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Instant } from '../../../ui/time/time.tsx'
import type { SentReferral } from './read-sent-referral.server.ts'

/** Beside the tracker: the case, the person to call, and the service standard. */
export function SentFacts({ sent, now }: { sent: SentReferral; now: string }) {
  const { case: file, recipient, suggested, standard, reroutedTo, reroutedFrom } = sent
  return (
    <>
      <SummaryList
        rows={[
          {
            key: 'Case',
            value: <TextLink href={href('/cases/:caseId', { caseId: file.caseId })}>{file.reference}</TextLink>,
          },
          { key: 'For', value: CONSENT_PURPOSES[sent.purpose].label },
          { key: 'Decided', value: <Instant at={sent.decidedAt} now={now} /> },
          { key: 'Decided by', value: sent.decidedByName || null },
          { key: 'Why', value: ASKED_BY[sent.askedBy].label },
          { key: 'Duty phone', value: recipient.dutyPhone ? <PhoneNumbers text={recipient.dutyPhone} /> : null },
          { key: 'Duty e-mail', value: recipient.dutyEmail },
          { key: 'Open', value: recipient.hours || null },
          { key: 'They suggest', value: suggested?.name ?? null },
          { key: 'In place of', value: reroutedFrom && <SentLink {...reroutedFrom} /> },
          { key: 'Replaced by', value: reroutedTo && <SentLink {...reroutedTo} /> },
          {
            key: 'Client informed',
            value: sent.clientToldAt ? <Instant at={sent.clientToldAt} now={now} /> : null,
          },
        ]}
      />
      {standard ? (
        <>
          <h2 className="govuk-heading-s">Service standard I2: refer within 1 working day</h2>
          <p className="govuk-body">
            <StatusTag status={standard.status} /> {standard.line}
          </p>
          <Details summary="How we calculated this date">
            <p className="govuk-body">{standard.explanation}</p>
          </Details>
        </>
      ) : null}
    </>
  )
}

function SentLink({ referralId, reference }: { referralId: string; reference: string }) {
  return <TextLink href={href('/sent/:referralId', { referralId })}>{reference}</TextLink>
}
