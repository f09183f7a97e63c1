import type { FormState } from '../../forms/form-state.ts'
import { Radios } from '../../ui/fields/radios.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { sayInstant } from '../../ui/time/say-time.ts'

export interface ShownLookalike {
  caseId: string
  reference: string
  clientName: string
  receivedAt: Date
  sameName: boolean
  samePhone: boolean
}

interface SamePersonQuestionProps {
  form: FormState
  lookalikes: readonly ShownLookalike[]
  now: string
}

/** Asked once, before a second case is opened for someone the agency may know already. It does not block saving. */
export function SamePersonQuestion({ form, lookalikes, now }: SamePersonQuestionProps) {
  if (lookalikes.length === 0) return null
  return (
    <InsetText>
      <Radios
        form={form}
        name="samePerson"
        label="You may already have a case for this person. Is it the same person?"
        labelSize="m"
        choices={[
          ...lookalikes.map((found) => ({
            value: found.caseId,
            label: `Yes: add this incident to ${found.reference}, ${found.clientName || 'no name given'}`,
            hint: `${sayMatch(found)}. Received ${sayInstant(found.receivedAt, now)}.`,
          })),
          { value: 'another', label: 'No, this is someone else: open a new case', divider: 'or' },
        ]}
      />
    </InsetText>
  )
}

function sayMatch({ sameName, samePhone }: ShownLookalike): string {
  if (sameName && samePhone) return 'The same name and phone number'
  return sameName ? 'The same name' : 'The same phone number'
}
