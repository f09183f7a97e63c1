import { CONTACT_CHANNELS, CONTACT_OUTCOMES, type ContactChannel } from '../../../domain/cases/contact.ts'
import { lowerFirst } from '../../../domain/text/first-letter.ts'
import { DraftedForm } from '../../../forms/drafted-form.tsx'
import { Form } from '../../../forms/form.tsx'
import { type FormState, filledWith } from '../../../forms/form-state.ts'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { Button, ButtonGroup } from '../../../ui/button.tsx'
import { DateInput } from '../../../ui/fields/date-input.tsx'
import { Radios } from '../../../ui/fields/radios.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { UnsafeContactQuestion } from '../../../ui/fields/unsafe-contact-question.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'

interface ContactFormProps {
  caseId: string
  /** The form as sent with its errors, or as saved in the draft. */
  form: FormState
  keys: { quick: string; full: string }
  /** The client's preferred channel, or the telephone. */
  usual: ContactChannel
  /** The case has no case worker: recording a contact makes the writer its case worker (R6). */
  unallocated: boolean
}

function optionsOf(vocabulary: Readonly<Record<string, { label: string }>>) {
  return Object.entries(vocabulary).map(([value, { label }]) => ({ value, label }))
}

/** The two most common answers as single buttons, then every other result. */
export function ContactForm({ caseId, form, keys, usual, unallocated }: ContactFormProps) {
  const take = unallocated ? 'Take the case and record' : 'Record'
  return (
    <>
      {unallocated ? (
        <InsetText>This case has no case worker yet. When you record a contact, you become the case worker.</InsetText>
      ) : null}
      <Form idempotencyKey={keys.quick}>
        <HiddenField name="channel" value={usual} />
        {unallocated ? <HiddenField name="takeCase" value="yes" /> : null}
        <p className="govuk-body">Just now, {lowerFirst(CONTACT_CHANNELS[usual].label)}:</p>
        <ButtonGroup>
          {/* First, so that a stray Enter records a try and never a contact that was none. */}
          <Button variant="secondary" name="outcome" value="no_answer">
            {take} that no one answered
          </Button>
          <Button name="outcome" value="spoke">
            {take} that we spoke
          </Button>
        </ButtonGroup>
      </Form>
      <h2 className="govuk-heading-m">Another result, an earlier time, or a note</h2>
      <DraftedForm
        draftOf={{ form: 'record-contact', subject: caseId }}
        form={form}
        idempotencyKey={keys.full}
        buttons={<Button>{unallocated ? 'Take the case and record this' : 'Record this'}</Button>}
      >
        {unallocated ? <HiddenField name="takeCase" value="yes" /> : null}
        <UnsafeContactQuestion form={form} />
        <FullFields form={form.errors.length > 0 ? form : filledWith({ channel: usual, ...form.values })} />
      </DraftedForm>
    </>
  )
}

function FullFields({ form }: { form: FormState }) {
  return (
    <>
      <Radios form={form} name="channel" label="How" choices={optionsOf(CONTACT_CHANNELS)} small />
      <Radios
        form={form}
        name="outcome"
        label="Result"
        hint="Only reaching the client meets the standard. Attempts are recorded separately."
        choices={optionsOf(CONTACT_OUTCOMES)}
        small
      />
      <DateInput form={form} name="contactedAt" label="When" hint="Leave empty if it is now." withTime />
      <TextArea form={form} name="note" label="Note" rows={3} maxLength={2_000} />
    </>
  )
}
