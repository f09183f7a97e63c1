import { type MoveId, moveOf } from '../../../domain/referrals/referral.ts'
import { MAY_NEVER_HAVE_HAPPENED } from '../../../domain/referrals/referral-amendment.ts'
import type { FormState } from '../../../forms/form-state.ts'
import { Checkboxes } from '../../../ui/fields/checkboxes.tsx'
import { DateInput } from '../../../ui/fields/date-input.tsx'
import { Radios } from '../../../ui/fields/radios.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { TextInput } from '../../../ui/fields/text-input.tsx'
import { ContactChannelRadios, UnsafeContactQuestion } from '../../../ui/fields/unsafe-contact-question.tsx'
import type { AnswerPageData } from '../inbox/read-answer-page.server.ts'
import { reasonChoices } from '../sent/move-page.tsx'

interface AmendStepFieldsProps {
  move: string
  form: FormState
  alternatives: AnswerPageData['alternatives']
}

/** The correct answers: the questions of the step's own move, filled in with the earlier answers. */
export function AmendStepFields({ move, form, alternatives }: AmendStepFieldsProps) {
  const moveId = move as MoveId
  const { choices, needs } = moveOf(moveId)
  const hasNextDay = moveId === 'engage' || moveId === 'record_contact_attempt'
  return (
    <>
      <TextInput form={form} name="errorReason" label="What was wrong?" hint="The other agency sees it" />
      {(MAY_NEVER_HAVE_HAPPENED as readonly string[]).includes(move) ? (
        <Checkboxes
          form={form}
          name="neverHappened"
          label="Did it happen at all?"
          choices={[{ value: 'yes', label: 'It did not happen: only mark it as entered in error' }]}
        />
      ) : null}
      {hasNextDay ? <ContactChannelRadios form={form} label="How was the client contacted?" /> : null}
      {choices ? (
        <Radios form={form} name="reason" label="What should it say?" choices={reasonChoices(choices)} />
      ) : null}
      {needs.includes('suggestion') ? (
        <Select
          form={form}
          name="suggestedAgencyId"
          label="Which agency could help instead?"
          emptyLabel="Choose an agency"
          options={alternatives.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
        />
      ) : null}
      {hasNextDay ? <DateInput form={form} name="nextTryOn" label="When is the next step?" /> : null}
      <TextArea form={form} name="message" label="What the other agency should read" rows={3} maxLength={1000} />
      <UnsafeContactQuestion form={form} />
    </>
  )
}
