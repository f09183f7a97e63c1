import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { Button } from '../../ui/button.tsx'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import { ClientWishFields } from '../../ui/fields/client-wish-fields.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { Day } from '../../ui/time/time.tsx'
import type { MeasureInFull } from './read-measure.server.ts'

interface FormProps {
  form: FormState
  idempotencyKey: string
}

/** Several measures at once, because one contractor often does them together. */
export function RequestMeasuresForm({
  form,
  idempotencyKey,
  kinds,
}: FormProps & { kinds: readonly { value: string; label: string }[] }) {
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <Checkboxes form={form} name="kinds" label="Which measures?" labelSize="m" choices={kinds} />
      <DateInput form={form} name="requestedOn" label="Which day did you request them?" labelSize="m" />
      <TextInput
        form={form}
        name="contractor"
        label="Who does the work?"
        hint="For example your repairs team, a contractor or the fire service"
        labelSize="m"
      />
      <ClientWishFields form={form} label="Does the client agree to this work at home?" />
      <Button>Record the request</Button>
    </Form>
  )
}

export function MeasureFacts({ measure, now }: { measure: MeasureInFull; now: Date }) {
  const { requestedOn, requestedByName, contractor, doneOn, workedBy, cancelled } = measure
  return (
    <SummaryList
      rows={[
        { key: 'Requested', value: <Day on={requestedOn} now={now} /> },
        { key: 'Requested by', value: requestedByName },
        { key: 'Who does the work', value: contractor },
        { key: 'Done', value: doneOn && <Day on={doneOn} now={now} /> },
        { key: 'Done by', value: workedBy || null },
        { key: 'Cancelled', value: cancelled },
      ]}
    />
  )
}

/** Done or cancelled: each asks only for what it needs. */
export function EndMeasureForm({ form, idempotencyKey, measure }: FormProps & { measure: MeasureInFull }) {
  const whenDone = (
    <>
      <DateInput form={form} name="doneOn" label="Which day was it done?" />
      <TextInput form={form} name="workedBy" label="Who did the work?" />
    </>
  )
  const whenCancelled = (
    <Radios form={form} name="cancelReason" label="Why is it cancelled?" choices={measure.cancelReasons} small />
  )
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <Radios
        form={form}
        name="result"
        label="What happened?"
        labelSize="m"
        choices={[
          { value: 'done', label: 'It is done', reveal: whenDone },
          { value: 'cancelled', label: 'It is cancelled', reveal: whenCancelled },
        ]}
      />
      <Button>Record this</Button>
    </Form>
  )
}
