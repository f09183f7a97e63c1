import { sayDay } from '../../../ui/time/say-time.ts'
import { Timeline } from '../../../ui/time/timeline.tsx'
import { UnsafeMark } from '../inbox/unsafe-mark.tsx'
import type { SentStep } from '../sent/read-sent-parts.server.ts'
import { stepWords } from '../track-referral.ts'

/** All steps of a referral and all messages between the two agencies, newest first. */
export function ReferralSteps({ steps, now }: { steps: readonly SentStep[]; now: string }) {
  return (
    <>
      <h2 className="govuk-heading-m govuk-!-margin-top-6">What happened</h2>
      <Timeline
        now={now}
        entries={steps.map((step) => {
          const { did, why } = stepWords(step)
          return {
            entryId: step.stepId,
            title: `${step.agencyName} ${did}`,
            at: step.movedAt,
            by: step.byName,
            children: (
              <>
                {step.inError ? (
                  <p className="govuk-body">
                    <strong>Entered in error:</strong> {step.errorReason}
                  </p>
                ) : null}
                <UnsafeMark words={step.unsafe} />
                {why ? <p className="govuk-body">{why}</p> : null}
                {step.message ? <p className="govuk-body accord-own-words">{step.message}</p> : null}
                {step.nextTryOn ? <p className="govuk-body">Next: {sayDay(step.nextTryOn, now)}</p> : null}
              </>
            ),
          }
        })}
      />
    </>
  )
}
