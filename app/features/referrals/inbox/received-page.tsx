import { OVERRIDE_GROUNDS, type OverrideGround } from '../../../domain/consents/override.ts'
import { href } from '../../../href.ts'
import { DangerBanner } from '../../../ui/danger-banner.tsx'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { PageTitle } from '../../../ui/layout/page-title.tsx'
import { SideBySide } from '../../../ui/layout/side-by-side.tsx'
import { SummaryList } from '../../../ui/lists/summary-list.tsx'
import { PhoneNumbers } from '../../../ui/phone-numbers.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Instant } from '../../../ui/time/time.tsx'
import { Tracker } from '../../../ui/time/tracker.tsx'
import type { ReceivedReferral } from './read-received.server.ts'
import { DueLine, ReceivedActions, ReceivedNext } from './received-actions.tsx'
import { ReceivedNotes } from './received-notes.tsx'
import { purposeWords, ReceivedShared } from './received-shared.tsx'
import { ReceivedSteps } from './received-steps.tsx'
import { ReceivedTags } from './received-tags.tsx'
import { StopContact } from './stop-contact.tsx'

interface ReceivedPageProps {
  page: ReceivedReferral
  idempotencyKey: string
  now: string
}

/** One received referral. How to reach the client safely comes before everything else. */
export function ReceivedPage({ page, idempotencyKey, now }: ReceivedPageProps) {
  const { current, sender, reference, stopContact } = page
  return (
    <>
      <BackLink href={href('/inbox')}>Back to the inbox</BackLink>
      <PageTitle caption={`Referral from ${sender.name}`} reference={reference}>
        {current?.clientName ||
          (current ? 'Name not shared' : stopContact ? `Stop contact: ${stopContact}` : 'No longer shown')}
      </PageTitle>
      <Override page={page} />
      <ReceivedTags page={page} />
      <DueLine page={page} now={now} />
      {stopContact ? <StopContact page={page} idempotencyKey={idempotencyKey} /> : null}
      <ReceivedNext page={page} idempotencyKey={idempotencyKey} />
      <SideBySide
        main={<ReceivedShared page={page} now={now} />}
        side={
          <>
            <ReceivedActions page={page} idempotencyKey={idempotencyKey} />
            <h2 className="govuk-heading-m">Progress</h2>
            <p className="govuk-body-s">{sender.name} sees the same.</p>
            <Tracker label="How far this referral is" steps={page.track.steps} now={now} />
          </>
        }
      />
      <SideBySide
        main={
          <>
            <ReceivedNotes page={page} idempotencyKey={idempotencyKey} now={now} />
            <ReceivedSteps page={page} now={now} />
          </>
        }
        side={<ReferralFacts page={page} now={now} />}
      />
    </>
  )
}

function Override({ page }: { page: ReceivedReferral }) {
  if (!page.byOverride) return null
  const ground = OVERRIDE_GROUNDS[page.overrideGround as OverrideGround]?.label
  return (
    <DangerBanner title="Shared without the client’s consent">
      <p>
        {ground ? `Ground: ${ground}. ` : ''}Authorised by a manager of {page.sender.name}. The client may not know: ask{' '}
        {page.sender.name} before you tell them how you know.
      </p>
    </DangerBanner>
  )
}

/** Before it is accepted, no one works with it yet. */
function workerOf({ workerName, lane, referralId }: ReceivedReferral) {
  if (lane !== 'in_hand') return workerName
  return (
    <>
      {workerName ?? <Tag colour="red">No one</Tag>}
      <br />
      <TextLink href={href('/inbox/:referralId/hand-over', { referralId })}>Hand over to a colleague</TextLink>
    </>
  )
}

function ReferralFacts({ page, now }: { page: ReceivedReferral; now: string }) {
  const { sender, purpose, sentAt, suggested } = page
  return (
    <>
      <h2 className="govuk-heading-m">About this referral</h2>
      <SummaryList
        borders={false}
        rows={[
          { key: 'For', value: purposeWords(purpose) },
          { key: 'Sent', value: <Instant at={sentAt} now={now} /> },
          { key: 'Worker', value: workerOf(page) },
          { key: 'From', value: sender.name },
          { key: 'Duty phone', value: sender.dutyPhone ? <PhoneNumbers text={sender.dutyPhone} /> : null },
          { key: 'Duty e-mail', value: sender.dutyEmail },
          { key: 'Open', value: sender.hours || null },
          { key: 'You suggested', value: suggested?.name ?? null },
        ]}
      />
    </>
  )
}
