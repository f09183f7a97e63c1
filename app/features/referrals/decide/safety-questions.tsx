import { SAFETY_QUESTIONS, type SafetyQuestionId } from '../../../domain/cases/safe-contact.ts'
import type { FormState } from '../../../forms/form-state.ts'
import { Radios } from '../../../ui/fields/radios.tsx'
import { TextInput } from '../../../ui/fields/text-input.tsx'

/** What is missing before the client can be reached safely. Sending the referral saves the answers in the case. */
export interface MissingSafety {
  questions: readonly SafetyQuestionId[]
  /** No way to reach the client is known to be safe. */
  unreachable: boolean
}

/** The questions the client was not asked yet, on the page where the answers are needed. */
export function SafetyQuestions({ missing, form }: { missing: MissingSafety; form: FormState }) {
  if (missing.questions.length === 0 && !missing.unreachable) return null
  return (
    <>
      <p className="govuk-body">
        <strong>Ask the client first.</strong> The answers are saved in the case when you send.
      </p>
      {missing.questions.map((id) => (
        <Radios
          key={id}
          form={form}
          name={id}
          label={SAFETY_QUESTIONS[id].question}
          labelSize="s"
          inline
          choices={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
        />
      ))}
      <TextInput
        form={form}
        name="trustedPerson"
        label="If no other way is safe: a trusted person"
        hint="Name, number and how they know the client"
      />
    </>
  )
}
