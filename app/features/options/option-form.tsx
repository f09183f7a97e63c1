import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { SummaryList } from '../../ui/lists/summary-list.tsx'
import type { OptionText } from './option-texts.server.ts'

interface OptionFormProps {
  form: FormState
  text: OptionText
  answers: readonly { value: string; label: string }[]
  idempotencyKey: string
}

/** What the client says about one option. Nothing is chosen in advance. */
export function OptionForm({ form, text, answers, idempotencyKey }: OptionFormProps) {
  const canBeIrrelevant = answers.some(({ value }) => value === 'not_relevant')
  return (
    <>
      <SummaryList
        rows={[
          { key: 'What it is', value: text.what },
          { key: 'Who does it', value: text.who },
          { key: 'How long it takes', value: text.howLong },
        ]}
      />
      <Form idempotencyKey={idempotencyKey} form={form}>
        <Radios form={form} name="answer" label="What does the client say?" labelSize="m" choices={answers} />
        <TextArea
          form={form}
          name="reason"
          label={canBeIrrelevant ? 'Why? (needed if it is not relevant)' : 'In the client’s own words (optional)'}
          rows={3}
          maxLength={1_000}
        />
        <Button>Record the answer</Button>
      </Form>
    </>
  )
}
