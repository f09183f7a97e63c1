import { ASKED_BY } from '../../../domain/referrals/referral-decision.ts'
import type { FormState } from '../../../forms/form-state.ts'
import { Details } from '../../../ui/details.tsx'
import { DateInput } from '../../../ui/fields/date-input.tsx'
import { Radios } from '../../../ui/fields/radios.tsx'
import { byTheEndOf } from '../due-words.ts'

interface SendByProps {
  form: FormState
  due: { dueAt: string; explanation: string }
  now: string
  /** Whether a manager authorised it: then there are no questions about the decision. */
  byOverride?: boolean
}

/** Step 3: who asked, when it was decided, and the deadline for sending (I2). */
export function SendBy({ form, due, now, byOverride }: SendByProps) {
  return (
    <section aria-labelledby="send-by">
      <h2 className="govuk-heading-m govuk-!-margin-top-6" id="send-by">
        3. Send by
      </h2>
      {byOverride ? (
        <p className="govuk-body">The one working day counts from when the manager authorised it. Send it now.</p>
      ) : (
        <>
          <p className="govuk-body">
            If you decide now, it must be sent <strong>{byTheEndOf(due.dueAt, now)}</strong>.
          </p>
          <Details summary="Why this date">
            <p className="govuk-body">{due.explanation}</p>
          </Details>
          <Radios
            form={form}
            name="askedBy"
            label="Who suggested this referral?"
            labelSize="s"
            choices={[
              { value: 'agreed', label: ASKED_BY.agreed.label },
              { value: 'requested', label: ASKED_BY.requested.label },
            ]}
          />
          <DateInput
            form={form}
            name="decidedAt"
            label="When did the client agree or ask?"
            hint="Leave empty if it is now. The one working day counts from this time, even if you record it later."
            labelSize="s"
            withTime
          />
        </>
      )}
    </section>
  )
}
