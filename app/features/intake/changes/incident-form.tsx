import type { StrandId } from '../../../domain/cases/strand.ts'
import { Form } from '../../../forms/form.tsx'
import type { FormState } from '../../../forms/form-state.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { DateInput } from '../../../ui/fields/date-input.tsx'
import type { PlaceOffered } from '../../../ui/fields/place-fields.tsx'
import { isTouched } from '../field-options.ts'
import {
  AccountField,
  MoreAboutIncident,
  StrandFields,
  UrgentWorkFields,
  WhenAndWhereFields,
} from '../incident-fields.tsx'

interface IncidentFormProps extends PlaceOffered {
  form: FormState
  idempotencyKey: string
  offered: readonly StrandId[]
}

const RECEIVED = ['receivedAt', 'receivedAt-day', 'receivedAt-time']

export function NewIncidentForm({ form, idempotencyKey, offered, postcodes }: IncidentFormProps) {
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <AccountField form={form} />
      <StrandFields form={form} offered={offered} />
      <WhenAndWhereFields form={form} postcodes={postcodes} />
      <UrgentWorkFields form={form} />
      <MoreAboutIncident form={form} />
      <Details summary="You received the report earlier" open={isTouched(form, RECEIVED)}>
        <DateInput
          form={form}
          name="receivedAt"
          label="When did you receive it?"
          hint="Leave empty if it is now."
          withTime
        />
      </Details>
      <Button>Add this incident</Button>
    </Form>
  )
}

/** Corrects an incident. The reporter's words cannot be changed. */
export function IncidentFactsForm({ form, idempotencyKey, offered, ...place }: IncidentFormProps) {
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <StrandFields form={form} offered={offered} />
      <WhenAndWhereFields form={form} {...place} />
      <UrgentWorkFields form={form} more />
      <MoreAboutIncident form={form} />
      <Button>Save the incident</Button>
    </Form>
  )
}
