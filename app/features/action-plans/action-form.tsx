import { Form } from '../../forms/form.tsx'
import { type FormState, filledWith } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { Button } from '../../ui/button.tsx'
import type { Choice } from '../../ui/fields/choice.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'

interface ActionFormProps {
  form: FormState
  idempotencyKey: string
  action: {
    isOurs: boolean
    revision: string
    values: Record<string, string>
    changes: readonly { value: string; label: string }[]
    workers: readonly { value: string; label: string }[]
  }
}

/** What became of an action: done, moved or not needed, with a reason for the last two. */
export function ActionForm({ form: sent, idempotencyKey, action }: ActionFormProps) {
  const form = sent.errors.length > 0 ? sent : filledWith({ ...action.values, ...sent.values })
  const reveals: Readonly<Record<string, Choice['reveal']>> = {
    done: <DateInput form={form} name="doneOn" label="When" hint="Leave this empty if it was today." />,
    moved: (
      <>
        <DateInput form={form} name="dueOn" label="New day" />
        {action.isOurs ? (
          <Select
            form={form}
            name="staffId"
            label="Who does it"
            options={action.workers}
            emptyLabel="The case worker"
          />
        ) : null}
        <TextArea form={form} name="moveReason" label="Why" rows={2} maxLength={500} />
      </>
    ),
    not_needed: <TextArea form={form} name="endReason" label="Why it is not needed" rows={2} maxLength={500} />,
  }
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <HiddenField name="revision" value={action.revision} />
      <Radios
        form={form}
        name="change"
        label="What happened?"
        labelSize="m"
        choices={action.changes.map((change) => ({ ...change, reveal: reveals[change.value] }))}
      />
      <Button>Save</Button>
    </Form>
  )
}
