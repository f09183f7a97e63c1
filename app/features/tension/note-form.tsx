import { STRAND_IDS, STRANDS } from '../../domain/cases/strand.ts'
import { TENSION_GRADES } from '../../domain/partnership/tension.ts'
import { WARDS } from '../../domain/partnership/ward.ts'
import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { Button } from '../../ui/button.tsx'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { NobodyNamed } from '../../ui/fields/nobody-named.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'

interface NoteFormProps {
  form: FormState
  idempotencyKey: string
}

export function NoteForm({ form, idempotencyKey }: NoteFormProps) {
  return (
    <Form form={form} idempotencyKey={idempotencyKey}>
      <Select
        form={form}
        name="ward"
        label="Ward"
        emptyLabel="Choose one"
        options={WARDS.map((ward) => ({ value: ward, label: ward }))}
      />
      <Radios
        form={form}
        name="grade"
        label="How sure is it?"
        choices={Object.entries(TENSION_GRADES).map(([value, { label, meaning }]) => ({ value, label, hint: meaning }))}
      />
      <TextArea
        form={form}
        name="note"
        label="What was heard or seen?"
        hint="Do not include anyone’s name, telephone number or address"
        rows={5}
        maxLength={500}
      />
      <NobodyNamed form={form} />
      <Checkboxes
        form={form}
        name="strands"
        label="Which strands is it about? (optional)"
        small
        choices={STRAND_IDS.map((strand) => ({ value: strand, label: STRANDS[strand].label }))}
      />
      <DateInput
        form={form}
        name="expiresOn"
        label="Last day of this note"
        hint="Within the next six months. The note is deleted after that day"
      />
      <Button>Save this note</Button>
    </Form>
  )
}
