import { lowerFirst } from '../../domain/text/first-letter.ts'
import { Form } from '../../forms/form.tsx'
import { type FormState, fieldValue } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Details } from '../../ui/details.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { PhotoQuestion } from './photo-question.tsx'
import type { ShownRepair } from './read-repair.server.ts'

interface CompletionFormProps {
  form: FormState
  idempotencyKey: string
  repair: ShownRepair
  noPhotoReasons: readonly { value: string; label: string }[]
}

const EARLIER = ['completedAt', 'completedAt-day', 'completedAt-month', 'completedAt-time', 'completionNote']

/** Done now is one tap. An earlier time and a note are folded away. */
export function CompletionForm({ form, idempotencyKey, repair, noPhotoReasons }: CompletionFormProps) {
  const { kind, photo, results, seenVersion } = repair
  const [first, ...others] = results
  if (!first) return null
  const wasEarlier = EARLIER.some((name) => fieldValue(form, name) || form.errors.some(({ field }) => field === name))
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <HiddenField name="seenVersion" value={fieldValue(form, 'seenVersion') || seenVersion} />
      <h2 className="govuk-heading-m">{kind === 'repair' ? 'Is it safe?' : 'Is it gone?'}</h2>
      {kind === 'graffiti' && !photo.answered ? (
        <PhotoQuestion form={form} reasons={noPhotoReasons} label="Was a photo taken before the work?" />
      ) : null}
      <Details summary="It was done earlier, or there is a note" open={wasEarlier}>
        <DateInput
          form={form}
          name="completedAt"
          label={kind === 'repair' ? 'When was it made safe?' : 'When was it removed or covered?'}
          hint="Leave empty if it is now."
          withTime
        />
        <TextArea form={form} name="completionNote" label="Note" rows={2} maxLength={1_000} />
      </Details>
      <ButtonGroup>
        <Button name="result" value={first.value}>
          {doneWords(first.label)}
        </Button>
        {others.map(({ value, label }) => (
          <Button key={value} variant="secondary" name="result" value={value}>
            {doneWords(label)}
          </Button>
        ))}
      </ButtonGroup>
    </Form>
  )
}

function doneWords(label: string): string {
  return `Record that it is ${lowerFirst(label)}`
}
