import { href } from '../../../href.ts'
import { Tag } from '../../../ui/tag.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { sayDay, sayInstant } from '../../../ui/time/say-time.ts'
import { Timeline } from '../../../ui/time/timeline.tsx'
import { stepWords } from '../track-referral.ts'
import type { ReceivedReferral, ReceivedStep } from './read-received.server.ts'
import { UnsafeMark } from './unsafe-mark.tsx'

/** All steps of both agencies, newest first. Steps entered in error stay, marked, beside the correct ones. */
export function ReceivedSteps({ page, now }: { page: ReceivedReferral; now: string }) {
  const { steps, referralId, sender } = page
  const entries = steps.map((step) => {
    const { stepId, movedAt, byName, agencyName } = step
    return {
      entryId: stepId,
      title: `${step.move === 'expire' ? 'Your agency' : agencyName} ${stepWords(step).did}`,
      at: movedAt,
      by: step.move === 'expire' ? undefined : byName,
      children: <StepBody step={step} referralId={referralId} now={now} />,
    }
  })
  return (
    <>
      <h2 className="govuk-heading-m">What both agencies did</h2>
      <p className="govuk-body-s">{sender.name} sees all of this.</p>
      <Timeline entries={entries} now={now} />
    </>
  )
}

function StepBody({ step, referralId, now }: { step: ReceivedStep; referralId: string; now: string }) {
  const { why } = stepWords(step)
  const { message, nextTryOn, inError, errorReason, amendable, stepId, recordedAt, movedAt } = step
  const later = Date.parse(recordedAt) - Date.parse(movedAt) > 3_600_000
  return (
    <>
      {inError ? (
        <p className="govuk-body">
          <Tag colour="red">Entered in error</Tag> {errorReason}
        </p>
      ) : null}
      <UnsafeMark words={step.unsafe} />
      {why ? <p className="govuk-body">{why}</p> : null}
      {message ? <p className="govuk-body accord-said">{message}</p> : null}
      {nextTryOn ? <p className="govuk-body">Next: {sayDay(nextTryOn, now)}</p> : null}
      {step.replacesStepId ? <p className="govuk-body-s">This corrects an earlier step.</p> : null}
      {later && !step.replacesStepId ? <p className="govuk-body-s">Recorded {sayInstant(recordedAt, now)}.</p> : null}
      {amendable ? (
        <p className="govuk-body accord-no-print">
          <TextLink
            href={href('/inbox/:referralId/steps/:stepId/amend', { referralId, stepId })}
            about={sayInstant(movedAt, now)}
          >
            Correct this
          </TextLink>
        </p>
      ) : null}
    </>
  )
}
