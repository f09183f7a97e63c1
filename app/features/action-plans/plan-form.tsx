import { DraftedForm } from '../../forms/drafted-form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import type { QuestionPart } from '../../forms/multi-page/form-part.ts'
import { RepeatingGroup } from '../../forms/repeating/repeating-group.tsx'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import type { PlanFormData } from './read-plan-form.server.ts'

interface PlanFormProps {
  caseId: string
  form: FormState
  idempotencyKey: string
  /** Which saved plan these answers were written for: a form that was refused keeps it. */
  seen: string
  data: PlanFormData
}

const ACTION_PARTS: readonly QuestionPart[] = [
  { kind: 'text', name: 'what', label: 'What' },
  { kind: 'date', name: 'dueOn', label: 'By when' },
  { kind: 'text', name: 'why', label: 'Why' },
]

// Shown as a list to choose from: an agency may have more people than radios can show.
const WHO: QuestionPart = { kind: 'radios', name: 'staffId', label: 'Who', choices: [] }

/** Everything that the client and the agency agree and sign. */
export function PlanForm({ caseId, form, idempotencyKey, seen, data }: PlanFormProps) {
  const { options, mostActions } = data
  return (
    <DraftedForm
      draftOf={{ form: 'action-plan', subject: caseId }}
      form={form}
      idempotencyKey={idempotencyKey}
      buttons={<Button>Save the plan</Button>}
    >
      <HiddenField name="seen" value={seen} />
      <RepeatingGroup
        kind="group"
        form={form}
        name="ours"
        heading="What we do"
        hint="Write each action as you say it to the client."
        item="Action of our agency"
        most={mostActions}
        parts={[...ACTION_PARTS, WHO]}
        fields={(row, parts) => <ActionFields form={row} parts={parts} workers={options.workers} />}
      />
      <Radios
        form={form}
        name="clientAnswer"
        label="Does the client want to do something themselves?"
        hint="Ask. The client may say no."
        labelSize="m"
        choices={options.clientAnswers}
      />
      <RepeatingGroup
        kind="group"
        form={form}
        name="theirs"
        heading="What the client does"
        hint="Leave this empty if the client wants no actions."
        item="Action of the client"
        most={mostActions}
        parts={ACTION_PARTS}
        fields={(row, parts) => <ActionFields form={row} parts={parts} workers={[]} />}
      />
      <ContactFields form={form} data={data} />
    </DraftedForm>
  )
}

interface ActionFieldsProps {
  form: FormState
  parts: readonly QuestionPart[]
  workers: readonly { value: string; label: string }[]
}

function ActionFields({ form, parts, workers }: ActionFieldsProps) {
  return parts.map(({ kind, name, label }) => {
    if (kind === 'date') return <DateInput key={name} form={form} name={name} label={label} />
    if (kind === 'radios')
      return <Select key={name} form={form} name={name} label={label} options={workers} emptyLabel="Choose a person" />
    return <TextInput key={name} form={form} name={name} label={label} />
  })
}

function ContactFields({ form, data: { options, requiredContact } }: { form: FormState; data: PlanFormData }) {
  const asked = requiredContact ? ` At this level of risk, contact the client ${requiredContact}.` : ''
  return (
    <>
      <h2 className="govuk-heading-m">Agreed contact</h2>
      <TextInput
        form={form}
        name="contactCount"
        label="How often do we contact the client? Every"
        hint={`A number of days, like 7.${asked}`}
        inputMode="numeric"
        width={3}
      />
      <Radios form={form} name="contactUnit" label="Days or working days" choices={options.units} inline small />
      <Select
        form={form}
        name="contactChannel"
        label="How"
        hint="Choose a way that the client called safe."
        options={options.channels}
        emptyLabel="Choose a way"
      />
      <Select form={form} name="contactBy" label="Who" options={options.workers} emptyLabel="Choose a person" />
      {requiredContact ? (
        <TextArea
          form={form}
          name="contactReason"
          label="Why less often than the risk asks for"
          hint={`Leave this empty if you contact the client ${requiredContact} or more often.`}
          rows={2}
          maxLength={500}
        />
      ) : null}
      <h2 className="govuk-heading-m">Alternative contact</h2>
      <Select
        form={form}
        name="alternativeContactId"
        label="Who can the client ask for when the case worker is away?"
        options={options.alternatives}
        emptyLabel="Choose a person"
      />
    </>
  )
}
