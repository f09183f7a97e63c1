import type { FormState } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { UnsafeContactQuestion } from '../../ui/fields/unsafe-contact-question.tsx'
import { TextLink } from '../../ui/text-link.tsx'

interface Answer {
  value: string
  label: string
}

export interface GivingQuestions {
  ways: readonly Answer[]
  /** Also those that the client did not call safe. */
  allWays: boolean
  formats: readonly Answer[]
  /** The formats that the client needs, in words; empty if standard print will do. */
  needs: readonly string[]
  /** The language that the client reads, if it is not English. */
  language: string
  translations: readonly Answer[]
}

interface GivingFieldsProps {
  form: FormState
  questions: GivingQuestions
  wayLabel: string
}

/** How a paper was given: the same questions for every paper and for the support pack. */
export function GivingFields({ form, questions, wayLabel }: GivingFieldsProps) {
  const { ways, allWays, formats, needs, language, translations } = questions
  return (
    <>
      <UnsafeContactQuestion form={form} />
      <Radios
        form={form}
        name="way"
        label={wayLabel}
        hint={
          allWays
            ? 'Some of these ways are not safe for the client.'
            : 'Only the ways that the client called safe are listed.'
        }
        choices={ways}
        small
      />
      {allWays ? null : (
        <p className="govuk-body">
          <TextLink href="?ways=all">It was given in a way that is not listed</TextLink>
        </p>
      )}
      <Checkboxes
        form={form}
        name="notAtHome"
        label="Papers at home"
        choices={[{ value: 'yes', label: 'The client asked not to receive papers at home' }]}
        small
      />
      <Radios
        form={form}
        name="format"
        label="In which format?"
        hint={needs.length > 0 ? `The client needs ${needs.join(' or ')}.` : undefined}
        choices={formats}
        small
      />
      {needs.length > 0 ? (
        <Checkboxes
          form={form}
          name="askedForFormat"
          label="Another format"
          choices={[{ value: 'yes', label: 'The client asked for this format instead' }]}
          small
        />
      ) : null}
      <HiddenField name="language" value="en" />
      {language ? (
        <Radios
          form={form}
          name="translatedBy"
          label="How did the client understand it?"
          hint={`The client’s language is ${language}. Papers exist in English only.`}
          choices={translations}
          small
        />
      ) : null}
      <DateInput form={form} name="givenAt" label="When" hint="Leave empty if it is now." withTime />
    </>
  )
}
