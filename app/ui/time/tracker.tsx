import type { ReactNode } from 'react'
import type { InstantValue } from './say-time.ts'
import { Instant } from './time.tsx'

export interface ShownTrackerStep {
  label: string
  /** `ended` means the referral ended here in another way: declined, withdrawn. */
  state: 'done' | 'now' | 'to-come' | 'ended'
  at?: InstantValue
  who?: string
  /** More about the step: "They tried twice to call; next attempt Thursday". */
  detail?: ReactNode
}

const STATE_WORDS = { done: 'Done', now: 'Now', 'to-come': 'To come', ended: 'Ended' } as const

/** The progress of a referral: each step with its date and who did it. */
export function Tracker({
  label,
  steps,
  now,
}: {
  label: string
  steps: readonly ShownTrackerStep[]
  now: InstantValue
}) {
  return (
    <ol className="accord-tracker" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.label}
          className={`accord-tracker__step accord-tracker__step--${step.state}`}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <p className="accord-tracker__label">
            {step.label} <span className="accord-tracker__state">{STATE_WORDS[step.state]}</span>
          </p>
          {step.at || step.who ? (
            <p className="accord-tracker__when">
              {step.at ? <Instant at={step.at} now={now} /> : null}
              {step.at && step.who ? ', ' : null}
              {step.who}
            </p>
          ) : null}
          {step.detail ? <div className="accord-tracker__detail">{step.detail}</div> : null}
        </li>
      ))}
    </ol>
  )
}
