import { ATTEMPT_RESULTS } from '../../../domain/referrals/referral-reason.ts'
import type { FormState } from '../../../forms/form-state.ts'
import { DateInput } from '../../../ui/fields/date-input.tsx'
import { Radios } from '../../../ui/fields/radios.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { ContactChannelRadios, UnsafeContactQuestion } from '../../../ui/fields/unsafe-contact-question.tsx'
import { reasonChoices } from '../sent/move-page.tsx'

export function AttemptFields({ form }: { form: FormState }) {
  return (
    <>
      <UnsafeContactQuestion form={form} />
      <ContactChannelRadios form={form} label="How did you try?" />
      <Radios form={form} name="reason" label="What happened?" choices={reasonChoices(ATTEMPT_RESULTS)} />
      <DateInput form={form} name="attemptedAt" label="When did you try?" hint="Leave empty if it is now" withTime />
      <DateInput form={form} name="nextTryOn" label="When will you try next?" hint="The other agency sees the day" />
      <TextArea
        form={form}
        name="message"
        label="Anything the other agency should know"
        hint="They see this. Do not include anything the client told you in confidence"
        rows={3}
        maxLength={1000}
      />
    </>
  )
}
