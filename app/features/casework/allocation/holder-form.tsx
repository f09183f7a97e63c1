import { Form } from '../../../forms/form.tsx'
import type { FormState } from '../../../forms/form-state.ts'
import { Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/fields/radios.tsx'
import { EmptyState } from '../../../ui/lists/empty-state.tsx'

interface HolderFormProps {
  form: FormState
  idempotencyKey: string
  question: string
  holders: readonly { staffId: string; name: string; jobTitle: string; openCases?: number }[]
  button: string
}

export function HolderForm({ form, idempotencyKey, question, holders, button }: HolderFormProps) {
  if (holders.length === 0) return <EmptyState why="No one else in your agency works with cases." />
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <Radios
        form={form}
        name="staffId"
        label={question}
        labelSize="m"
        choices={holders.map(({ staffId, name, jobTitle, openCases }) => ({
          value: staffId,
          label: name,
          hint:
            [jobTitle, openCases === undefined ? '' : casesInWords(openCases)].filter(Boolean).join(', ') || undefined,
        }))}
      />
      <Button>{button}</Button>
    </Form>
  )
}

function casesInWords(count: number): string {
  if (count === 0) return 'no open cases'
  return count === 1 ? '1 open case' : `${count} open cases`
}
