import { CONSENT_DECISIONS, type ConsentDecision } from '../../domain/consents/consent.ts'
import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import type { ConsentPageData } from './read-consent-page.server.ts'

interface ConsentQuestionProps {
  choice: ConsentPageData['choice']
  recipient: NonNullable<ConsentPageData['recipient']>
  wording: NonNullable<ConsentPageData['wording']>
  form: FormState
  idempotencyKey: string
}

/** The words on the client's buttons. None is selected in advance. */
const ANSWERS: Record<ConsentDecision, string> = {
  agreed: 'Yes, I agree',
  refused: 'No, not this',
  not_now: 'Not now',
}

/**
 * What one agency would know, and the right to say no, in large print. The client holds the tablet, so nothing here
 * is for the worker. Reloads the whole page, so that the page around the form is the client's too.
 */
export function ConsentQuestion({ choice, recipient, wording, form, idempotencyKey }: ConsentQuestionProps) {
  return (
    <Form idempotencyKey={idempotencyKey} form={form} reload>
      <HiddenField name="recipientAgencyId" value={recipient.agencyId} />
      <HiddenField name="wordingShown" value={wording.asText} />
      {choice.purposes.map((purpose) => (
        <HiddenField key={purpose} name="purposes" value={purpose} />
      ))}
      {choice.categories.map((category) => (
        <HiddenField key={category} name="categories" value={category} />
      ))}
      {choice.withoutName ? <HiddenField name="withoutName" value="yes" /> : null}
      <div className="accord-big-print">
        {wording.sentences.map((sentence) => (
          <p className="govuk-body" key={sentence}>
            {sentence}
          </p>
        ))}
        <Radios
          form={form}
          name="decision"
          label="What is your answer?"
          labelSize="l"
          choices={Object.keys(CONSENT_DECISIONS).map((id) => ({ value: id, label: ANSWERS[id as ConsentDecision] }))}
        />
        <TextArea form={form} name="limits" label="Is there anything else we must or must not do?" rows={3} />
      </div>
      <Button>Give my answer</Button>
    </Form>
  )
}
