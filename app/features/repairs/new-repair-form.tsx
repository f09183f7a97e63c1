import { Form } from '../../forms/form.tsx'
import { type FormState, fieldValue } from '../../forms/form-state.ts'
import { Button } from '../../ui/button.tsx'
import { Details } from '../../ui/details.tsx'
import type { Choice } from '../../ui/fields/choice.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'

interface NewRepairFormProps {
  form: FormState
  idempotencyKey: string
  kinds: readonly Choice[]
  owners: readonly Choice[]
}

const EARLIER = ['reportedAt', 'reportedAt-day', 'reportedAt-month', 'reportedAt-time', 'backdatedReason']

export function NewRepairForm({ form, idempotencyKey, kinds, owners }: NewRepairFormProps) {
  const wasEarlier = EARLIER.some((name) => fieldValue(form, name) || form.errors.some(({ field }) => field === name))
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <Radios form={form} name="kind" label="What is it?" labelSize="m" choices={kinds} />
      <TextArea
        form={form}
        name="damage"
        label="What is broken, or what is written and on what?"
        rows={3}
        maxLength={1_000}
      />
      <TextInput form={form} name="place" label="Where exactly?" hint="Such as block, floor, and which door or wall" />
      <Radios form={form} name="surfaceOwner" label="Whose property is it?" choices={owners} small />
      <Details summary="You learnt of it earlier" open={wasEarlier}>
        <DateInput
          form={form}
          name="reportedAt"
          label="When did your agency learn of it?"
          hint="Leave empty if it is now. The 24 hours run from then."
          withTime
        />
        <TextInput form={form} name="backdatedReason" label="Why is it recorded later?" />
      </Details>
      <Button>Report it and start the 24 hours</Button>
    </Form>
  )
}
