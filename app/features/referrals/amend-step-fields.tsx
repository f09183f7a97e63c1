import { type MoveId, moveOf } from '../../domain/referral.ts'
import { MAY_NEVER_HAVE_HAPPENED } from '../../domain/referral-amendment.ts'
import { Checkboxes } from '../../ui/checkboxes.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import type { FormState } from '../../ui/form-state.ts'
import { Radios } from '../../ui/radios.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { ContactChannelRadios, UnsafeContactQuestion } from '../../ui/unsafe-contact-question.tsx'
import { reasonChoices } from './move-page.tsx'
import type { AnswerPageData } from './read-answer-page.server.ts'

interface AmendStepFieldsProps {
  move: string
  form: FormState
  alternatives: AnswerPageData['alternatives']
}

/** What is right instead: the questions of the step's own move, filled in with what was said before. */
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
      {choices ? <Radios form={form} name="reason" label="What is right?" choices={reasonChoices(choices)} /> : null}
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
