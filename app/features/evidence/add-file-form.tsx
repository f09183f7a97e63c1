import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { FileInput } from '../../ui/fields/file-input.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'

interface AddFileFormProps {
  form: FormState
  idempotencyKey: string
  kinds: readonly { value: string; label: string }[]
  largest: string
}

/** The browser sends it itself, so that it also works without scripts and a file that is too large gets a page. */
export function AddFileForm({ form, idempotencyKey, kinds, largest }: AddFileFormProps) {
  return (
    <Form idempotencyKey={idempotencyKey} form={form} withFile reload>
      <FileInput
        form={form}
        name="upload"
        label="Photo or file"
        hint={`At most ${largest}. Only pictures can be seen in the portal.`}
        accept="image/jpeg,image/png,.pdf,.docx,.mp3,.m4a,.mp4"
      />
      <Radios form={form} name="kind" label="What kind of file is it?" labelSize="m" choices={kinds} />
      <TextInput
        form={form}
        name="shows"
        label="What does it show?"
        hint="One sentence, like: graffiti on the front door. Do not name anyone."
      />
      <DateInput
        form={form}
        name="takenOn"
        label="When was it made? (optional)"
        hint="As much as you know: the year alone is enough."
      />
      <TextInput form={form} name="takenWhere" label="Where was it made? (optional)" />
      <Button>Keep this file</Button>
    </Form>
  )
}
