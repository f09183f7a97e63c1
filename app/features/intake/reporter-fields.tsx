import { REPORT_CHANNELS, REPORTER_ROLES } from '../../domain/cases/report.ts'
import type { FormState } from '../../forms/form-state.ts'
import { Details } from '../../ui/details.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { Fieldset } from '../../ui/fields/fieldset.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { isTouched, optionsOf, YES_OR_NO } from './field-options.ts'

/** Who reports, how, and when it was received. Questions about a reporter who is not the client appear only then. */
export function ReporterFields({ form }: { form: FormState }) {
  const received = [
    'receivedAt',
    'receivedAt-day',
    'receivedAt-month',
    'receivedAt-year',
    'receivedAt-time',
    'backdatedReason',
  ]
  return (
    <Fieldset legend="Who is reporting">
      <Radios form={form} name="reporterRole" label="Who is making the report?" choices={optionsOf(REPORTER_ROLES)} />
      <div className="accord-other-reporter">
        <Radios
          form={form}
          name="clientAware"
          label="Does the client know about this report?"
          hint="If not, no one will contact the client, because a call could put them in danger."
          choices={YES_OR_NO}
          inline
        />
        <TextInput form={form} name="reporterName" label="Name of the person reporting" />
        <TextInput form={form} name="reporterOrganisation" label="Their organisation, if any" />
        <TextInput form={form} name="reporterRelationship" label="How they know the client" />
        <TextInput form={form} name="reporterContact" label="How to reach the person reporting" />
      </div>
      <Select
        form={form}
        name="channel"
        label="How was it reported?"
        options={optionsOf(REPORT_CHANNELS)}
        emptyLabel="Choose one"
      />
      <Details summary="It was received earlier" open={isTouched(form, received)}>
        <DateInput
          form={form}
          name="receivedAt"
          label="When was it received?"
          hint="The service standards count from this time. Leave empty if it is now."
          withTime
        />
        <TextInput
          form={form}
          name="backdatedReason"
          label="Why it is recorded later"
          hint="For example: a letter, opened today"
        />
      </Details>
    </Fieldset>
  )
}
