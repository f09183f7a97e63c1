import { COMMUNICATION_NEEDS, LANGUAGES } from '../../domain/cases/communication-need.ts'
import { PREFERRED_METHODS, SAFETY_QUESTION_IDS, SAFETY_QUESTIONS } from '../../domain/cases/safe-contact.ts'
import type { FormState } from '../../forms/form-state.ts'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { optionsOf, YES_OR_NO } from './field-options.ts'

interface Part {
  form: FormState
}

/** Whether each way of reaching the client is safe. Nothing is selected: no answer counts as unsafe. */
export function SafetyQuestionFields({ form, about }: Part & { about: readonly ('phone' | 'email' | 'address')[] }) {
  return SAFETY_QUESTION_IDS.filter((id) => about.includes(SAFETY_QUESTIONS[id].about))
    .toSorted((one) => (one === 'safeToCall' ? -1 : 0))
    .map((id) => (
      <Radios key={id} form={form} name={id} label={SAFETY_QUESTIONS[id].question} choices={YES_OR_NO} inline small />
    ))
}

export function OtherWays({ form }: Part) {
  return (
    <>
      <TextInput form={form} name="email" label="E-mail address" type="email" spellCheck={false} />
      <SafetyQuestionFields form={form} about={['email']} />
      <TextInput form={form} name="address" label="Address" />
      <SafetyQuestionFields form={form} about={['address']} />
      <Select
        form={form}
        name="preferredMethod"
        label="How would they like to be contacted?"
        options={optionsOf(PREFERRED_METHODS)}
        emptyLabel="They did not say"
      />
      <TextInput form={form} name="safeTimes" label="Safe days and times" hint="For example: weekdays 10:00 to 12:00" />
      <TextInput form={form} name="mustNotKnow" label="Who must not know" />
      <TextInput form={form} name="codeWord" label="What to say if someone else answers" />
      <TextInput form={form} name="trustedPerson" label="A trusted person, and how to reach them" />
    </>
  )
}

/** Language, interpreter and formats. Staff need them before they call, and they go with every referral (G5, G6). */
export function NeedsFields({ form }: Part) {
  return (
    <>
      <TextInput
        form={form}
        name="language"
        label="Language they want to speak"
        hint="Any language. Leave it empty if you have not asked"
        width={20}
        autoComplete="off"
        list="languages"
      />
      <datalist id="languages">
        {LANGUAGES.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <Checkboxes
        form={form}
        name="interpreterNeeded"
        label="Interpreter"
        choices={[{ value: 'yes', label: 'They need an interpreter' }]}
        small
      />
      <TextInput
        form={form}
        name="interpreterNote"
        label="About the interpreter"
        hint="For example: a woman, not from the same community. Never family or a child"
      />
      <Checkboxes
        form={form}
        name="communicationNeeds"
        label="What helps them to talk and to read"
        choices={optionsOf(COMMUNICATION_NEEDS)}
        small
      />
      <TextInput form={form} name="communicationNote" label="Anything else about talking and reading" />
      <DateInput
        form={form}
        name="dateOfBirth"
        label="Date of birth, if they want to give it"
        hint="For example, 12 5 1987. The year alone, or month and year, are enough."
      />
    </>
  )
}

/** The anonymous map counts every client's incidents unless the client says no. */
export function CountedQuestion({ form }: Part) {
  return (
    <Radios
      form={form}
      name="counted"
      label="May we count what happened on the partnership’s anonymous map?"
      labelSize="s"
      hint="The map shows how many incidents happened in an area in three months. It never shows a name, a day or an address. If you choose nothing, the incidents are counted. If the client says no, no later map counts them."
      choices={YES_OR_NO}
      inline
    />
  )
}
