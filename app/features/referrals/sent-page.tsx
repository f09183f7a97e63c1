import { CONSENT_PURPOSES } from '../../domain/consent-purpose.ts'
import { OVERRIDE_GROUNDS } from '../../domain/override.ts'
import { ASKED_BY } from '../../domain/referral-decision.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { DangerBanner } from '../../ui/danger-banner.tsx'
import { Details } from '../../ui/details.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { SideBySide } from '../../ui/side-by-side.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { StatusTag } from '../../ui/tag.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Instant } from '../../ui/time.tsx'
import { Tracker } from '../../ui/tracker.tsx'
import { NewsPrompt } from './news-prompt.tsx'
import { PackageHistory } from './package-history.tsx'
import type { SentReferral } from './read-sent-referral.server.ts'
import { ReferralSteps } from './referral-steps.tsx'
import { SentActions } from './sent-actions.tsx'
import { SentBanner } from './sent-banner.tsx'

interface SentPageProps {
  sent: SentReferral
  now: string
  idempotencyKey: string
  done: string | null
}

/** What became of one referral: the tracker first, then what the client must hear, then everything else. */
export function SentReferralPage({ sent, now, idempotencyKey, done }: SentPageProps) {
  const { case: file, recipient, byOverride, overrideGround } = sent
  return (
    <>
      <BackLink href="/sent">Sent referrals</BackLink>
      <SentBanner code={done} sent={sent} now={now} />
      {byOverride ? (
        <DangerBanner title="Shared without consent">
          <p>Authorised by a manager. Ground: {groundWords(overrideGround)}. The client had not agreed to it.</p>
        </DangerBanner>
      ) : null}
      <PageTitle caption={`Referral to ${recipient.name}`} reference={sent.reference}>
        {file.clientName}
      </PageTitle>
      {sent.owesNews ? <NewsPrompt sent={sent} now={now} idempotencyKey={idempotencyKey} /> : null}
      <SideBySide
        main={
          <>
            {sent.owesNews ? null : <InsetText>{sent.track.sentence}</InsetText>}
            <Tracker label="What became of it" steps={sent.track.steps} now={now} />
            <SentActions sent={sent} idempotencyKey={idempotencyKey} />
            <PackageHistory packages={sent.packages} hidden={sent.hiddenAt !== null} now={now} />
            <h2 className="govuk-heading-m">What happened</h2>
            <ReferralSteps steps={sent.steps} now={now} />
          </>
        }
        side={<Facts sent={sent} now={now} />}
      />
    </>
  )
}

function Facts({ sent, now }: Pick<SentPageProps, 'sent' | 'now'>) {
  const { case: file, recipient, suggested, standard, reroutedTo, reroutedFrom } = sent
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Case', value: <TextLink href={`/cases/${file.caseId}`}>{file.reference}</TextLink> },
          { key: 'For', value: CONSENT_PURPOSES[sent.purpose].label },
          { key: 'Decided', value: <Instant at={sent.decidedAt} now={now} /> },
          { key: 'Decided by', value: sent.decidedByName || null },
          { key: 'Why', value: ASKED_BY[sent.askedBy].label },
          { key: 'Duty phone', value: recipient.dutyPhone || null },
          { key: 'Duty e-mail', value: recipient.dutyEmail },
          { key: 'Open', value: recipient.hours || null },
          { key: 'They suggest', value: suggested?.name ?? null },
          { key: 'In place of', value: reroutedFrom && <SentLink {...reroutedFrom} /> },
          { key: 'Replaced by', value: reroutedTo && <SentLink {...reroutedTo} /> },
          {
            key: 'Client told',
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
          <Details summary="How this date was reckoned">
            <p className="govuk-body">{standard.explanation}</p>
          </Details>
        </>
      ) : null}
    </>
  )
}

function SentLink({ referralId, reference }: { referralId: string; reference: string }) {
  return <TextLink href={`/sent/${referralId}`}>{reference}</TextLink>
}

function groundWords(ground: string): string {
  const rows: Record<string, { label: string }> = OVERRIDE_GROUNDS
  return rows[ground]?.label.toLowerCase() ?? 'not recorded'
}
