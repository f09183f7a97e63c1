import { OVERRIDE_GROUNDS } from '../../../domain/consents/override.ts'
import { RISK_LEVELS } from '../../../domain/risk/risk-level.ts'
import { href } from '../../../href.ts'
import { DangerBanner } from '../../../ui/danger-banner.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { PageTitle } from '../../../ui/layout/page-title.tsx'
import { SideBySide } from '../../../ui/layout/side-by-side.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Tracker } from '../../../ui/time/tracker.tsx'
import { ReferralSteps } from '../decide/referral-steps.tsx'
import { PackageHistory } from '../package/package-history.tsx'
import { NewsPrompt } from './news-prompt.tsx'
import type { SentReferral } from './read-sent-referral.server.ts'
import { SentActions, SentNext } from './sent-actions.tsx'
import { SentBanner } from './sent-banner.tsx'
import { SentFacts } from './sent-facts.tsx'

interface SentPageProps {
  sent: SentReferral
  now: string
  idempotencyKey: string
  done: string | null
}

/** One referral: the tracker first, then what the client must hear, then everything else. */
export function SentReferralPage({ sent, now, idempotencyKey, done }: SentPageProps) {
  const { case: file, recipient, byOverride, overrideGround } = sent
  return (
    <>
      <BackLink href={href('/sent')}>Sent referrals</BackLink>
      <SentBanner code={done} sent={sent} now={now} />
      {byOverride ? (
        <DangerBanner title="Shared without consent">
          <p>Authorised by a manager. Ground: {groundWords(overrideGround)}. The client had not agreed to it.</p>
        </DangerBanner>
      ) : null}
      <PageTitle caption={`Referral to ${recipient.name}`} reference={sent.reference}>
        {file.clientName}
      </PageTitle>
      {sent.owesNews ? <NewsPrompt sent={sent} now={now} /> : null}
      <SentNext sent={sent} idempotencyKey={idempotencyKey} />
      <SideBySide
        main={
          <>
            {sent.owesNews ? null : <InsetText>{sent.track.sentence}</InsetText>}
            <RiskSince sent={sent} />
            <Tracker label="Progress" steps={sent.track.steps} now={now} />
            <SentActions sent={sent} idempotencyKey={idempotencyKey} />
            <PackageHistory packages={sent.packages} hidden={sent.hiddenAt !== null} now={now} />
            {sent.steps.length > 0 ? <ReferralSteps steps={sent.steps} now={now} /> : null}
          </>
        }
        side={<SentFacts sent={sent} now={now} />}
      />
    </>
  )
}

/** The level of risk has changed since it was shared: the sender decides if the recipient gets the new one. */
function RiskSince({ sent: { referralId, risk, recipient } }: { sent: SentReferral }) {
  if (!risk) return null
  return (
    <InsetText>
      The risk level is now {RISK_LEVELS[risk.now].label}. {recipient.name} sees: {RISK_LEVELS[risk.shared].label}.{' '}
      <TextLink href={href('/sent/:referralId/amend', { referralId })}>Share the new level</TextLink>
    </InsetText>
  )
}

function groundWords(ground: string): string {
  const rows: Record<string, { label: string }> = OVERRIDE_GROUNDS
  return rows[ground]?.label.toLowerCase() ?? 'not recorded'
}
