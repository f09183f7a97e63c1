import { STRAND_IDS, STRANDS } from '../../domain/cases/strand.ts'
import { AWARENESS_KINDS } from '../../domain/partnership/awareness.ts'
import { WARDS } from '../../domain/partnership/ward.ts'
import { Form } from '../../forms/form.tsx'
import { type FormState, fieldValue } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { NobodyNamed } from '../../ui/fields/nobody-named.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'

const NO_NAMES = 'Do not name clients'

interface EventFormProps {
  form: FormState
  idempotencyKey: string
  button: string
  /** When the plan shown was last changed; undefined for a new plan. */
  seenAt?: string
  /** Wards of the map area the plan started from. */
  areaWards?: string[]
}

export function EventForm({ form, idempotencyKey, button, seenAt, areaWards }: EventFormProps) {
  return (
    <Form form={form} idempotencyKey={idempotencyKey}>
      {seenAt ? <HiddenField name="seenAt" value={seenAt} /> : null}
      <HiddenField name="cell" value={fieldValue(form, 'cell')} />
      <HiddenField name="releaseId" value={fieldValue(form, 'releaseId')} />
      <TextInput form={form} name="title" label="Title" hint={`As on a poster. ${NO_NAMES}`} />
      <Select
        form={form}
        name="kind"
        label="Kind of work"
        emptyLabel="Choose one"
        options={Object.entries(AWARENESS_KINDS).map(([value, { label }]) => ({ value, label }))}
      />
      <DateInput form={form} name="heldOn" label="Day" hint="For example, 10 10 2026" />
      <TextInput
        form={form}
        name="startsAt"
        label="Starts at (optional)"
        hint="For example, 14:30 or 2.30pm"
        width={10}
      />
      <TextInput form={form} name="endsAt" label="Ends at (optional)" hint="On the same day" width={10} />
      <TextInput
        form={form}
        name="venue"
        label="Where"
        hint="A place, or a medium such as local radio. Never a client’s home"
      />
      <Select
        form={form}
        name="ward"
        label="Ward"
        hint={areaWards?.length ? undefined : 'Leave this empty only for work across the whole city'}
        emptyLabel={areaWards?.length ? `All of the area: ${areaWards.join(', ')}` : 'The whole city'}
        options={WARDS.map((ward) => ({ value: ward, label: ward }))}
      />
      <Checkboxes
        form={form}
        name="strands"
        label="Which strands is it about? (optional)"
        hint="Choose none if it is about all of them"
        small
        choices={STRAND_IDS.map((strand) => ({ value: strand, label: STRANDS[strand].label }))}
      />
      <TextInput form={form} name="audience" label="Audience (optional)" hint="For example, parents of Year 6" />
      <TextInput
        form={form}
        name="languages"
        label="Languages (optional)"
        hint="For example, English, Arabic and BSL"
      />
      <TextArea
        form={form}
        name="materials"
        label="Materials needed (optional)"
        hint={NO_NAMES}
        rows={3}
        maxLength={500}
      />
      <NobodyNamed form={form} />
      <Button>{button}</Button>
    </Form>
  )
}
