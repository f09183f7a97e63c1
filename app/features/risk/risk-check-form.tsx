import { DraftedForm } from '../../forms/drafted-form.tsx'
import { type FormState, fieldValue } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { QuestionsLeft } from './questions-left.tsx'
import type { RiskFormWords } from './read-risk-form.server.ts'

interface RiskCheckFormProps {
  caseId: string
  /** The form as sent with its errors, or as saved in the draft. */
  form: FormState
  words: RiskFormWords
  seen: string
  idempotencyKey: string
}

/** The 14 questions of the risk check, and how it was done. Nothing is selected in advance. */
export function RiskCheckForm({ caseId, form, words, seen, idempotencyKey }: RiskCheckFormProps) {
  const unanswered = words.questions.filter(({ id }) => !fieldValue(form, id)).map(({ id }) => id)
  return (
    <DraftedForm
      draftOf={{ form: 'risk-check', subject: caseId }}
      form={form}
      idempotencyKey={idempotencyKey}
      buttons={<Button>Save the risk check</Button>}
    >
      <HiddenField name="seen" value={seen} />
      <HowItWasDone form={form} words={words} />
      <h2 className="govuk-heading-m">Questions to the client</h2>
      <p className="govuk-body">
        Read each question aloud. The client may always say: “I would rather not say.” Leave all questions empty if the
        client declines the check.
      </p>
      {words.questions.map(({ id, ask, choices }) => (
        <Radios
          key={id}
          form={form}
          name={id}
          label={ask}
          labelSize="s"
          choices={choices.map((choice, at) => (at === choices.length - 1 ? { ...choice, divider: 'or' } : choice))}
        />
      ))}
      <QuestionsLeft questions={words.questions.map(({ id }) => id)} unanswered={unanswered} />
    </DraftedForm>
  )
}

function HowItWasDone({ form, words }: { form: FormState; words: RiskFormWords }) {
  const judgement = (
    <>
      <Radios form={form} name="judgedLevel" label="Level of risk in your judgement" choices={words.levels} small />
      <TextArea
        form={form}
        name="judgementReason"
        label="Reason for your judgement"
        hint="What you know, what you saw or heard, and why the client declined if they said so."
        rows={4}
        maxLength={2_000}
      />
    </>
  )
  return (
    <>
      <Radios
        form={form}
        name="completedWith"
        label="Did the client take part?"
        labelSize="m"
        choices={words.completedWith.map((choice) =>
          choice.value === 'client_declined' ? { ...choice, reveal: judgement } : choice,
        )}
      />
      <Radios form={form} name="place" label="Where did you do the check?" labelSize="m" choices={words.places} small />
      <Radios
        form={form}
        name="interpreter"
        label="Was an interpreter there?"
        labelSize="m"
        choices={words.interpreters}
        small
      />
    </>
  )
}
