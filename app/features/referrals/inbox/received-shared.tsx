import { CONSENT_PURPOSES, type ConsentPurpose } from '../../../domain/consents/consent-purpose.ts'
import { REFERRAL_STATES } from '../../../domain/referrals/referral.ts'
import { referralStatus } from '../../../domain/referrals/referral-status.ts'
import { Details } from '../../../ui/details.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { sayInstant } from '../../../ui/time/say-time.ts'
import { Instant } from '../../../ui/time/time.tsx'
import { WarningText } from '../../../ui/warning-text.tsx'
import { PackageView } from '../package/package-view.tsx'
import type { ReceivedReferral, SharedVersion } from './read-received.server.ts'

interface Shown {
  page: ReceivedReferral
  now: string
}

/** What was shared and what was not. Once it is hidden, says why it is no longer shown. */
export function ReceivedShared({ page, now }: Shown) {
  const { current, earlier, sender } = page
  if (!current) return <NoLongerShown page={page} now={now} />
  return (
    <>
      <PackageView content={current.content} />
      <p className="govuk-body-s">
        Shared by {current.sharedByName}, {sender.name}, <Instant at={current.sharedAt} now={now} />.
        {current.amendmentReason ? ` Amended: ${current.amendmentReason}` : ''}
      </p>
      <NotShared version={current} />
      {earlier.map((version) => (
        <Details key={version.version} summary={`As it was shared ${sayInstant(version.sharedAt, now)}`}>
          {version.amendmentReason ? <p className="govuk-body">Amended: {version.amendmentReason}</p> : null}
          <PackageView content={version.content} headingLevel={3} />
        </Details>
      ))}
    </>
  )
}

function NotShared({ version }: { version: SharedVersion }) {
  if (version.notShared.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-s">Not shared with you</h2>
      <ul className="govuk-list govuk-list--bullet">
        {version.notShared.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
      <p className="govuk-body-s">
        Do not ask the client why. If you need it to help them, ask the agency that referred.
      </p>
    </>
  )
}

function NoLongerShown({ page, now }: Shown) {
  const { state, hiddenAt, sender } = page
  if (state === 'entered_in_error') {
    return (
      <WarningText>
        {sender.name} marked this referral as entered in error. Do not act on it, and do not contact the client.
      </WarningText>
    )
  }
  if (state === 'withdrawn_by_client') {
    return (
      <WarningText>
        {sender.name} withdrew this referral at the client’s request. Stop contact, and destroy copies you made.
      </WarningText>
    )
  }
  if (state === 'stopped_consent_withdrawn' || (hiddenAt && REFERRAL_STATES[state].packageShown)) {
    return (
      <>
        <WarningText>
          The client has withdrawn consent{hiddenAt ? ` ${sayInstant(hiddenAt, now)}` : ''}. What was shared is no
          longer shown. Stop contact, and destroy copies you made.
        </WarningText>
        <p className="govuk-body">
          You keep your own notes. {sender.name} will tell the client what had already happened.
        </p>
      </>
    )
  }
  return (
    <InsetText>
      {referralStatus(page.track.progress)}. What was shared is no longer shown
      {page.stopContact ? '' : ', because your agency has nothing more to do'}. You keep your own notes.
    </InsetText>
  )
}

export function purposeWords(purpose: string): string {
  return CONSENT_PURPOSES[purpose as ConsentPurpose]?.label ?? purpose
}
