import type { ReactNode } from 'react'
import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { WantedBy } from './ask-form.tsx'
import type { DecisionInFull } from './read-decision.server.ts'

interface FollowUpProps {
  decision: DecisionInFull
  form: FormState
  idempotencyKey: string
}

/** The person who asked answers the manager's question, and so asks again. */
export function AnswerBackForm({ decision, form, idempotencyKey }: FollowUpProps) {
  const { mayAnswer, what, decisionNote, decidedByName } = decision
  return (
    <>
      <Heading decision={decision}>Answer the manager’s question: {what}</Heading>
      {decisionNote ? (
        <InsetText>
          {decidedByName} asks: <span className="accord-own-words">{decisionNote}</span>
        </InsetText>
      ) : null}
      {mayAnswer ? (
        <Form idempotencyKey={idempotencyKey} form={form}>
          <TextArea form={form} name="answer" label="Your answer" labelSize="m" rows={5} maxLength={2_000} />
          <WantedBy form={form} />
          <Button>Send the answer</Button>
        </Form>
      ) : (
        <p className="govuk-body">There is no question for you to answer here.</p>
      )}
    </>
  )
}

/** When the client moved, or when and where belongings are stored. */
export function CarryOutForm({ decision, form, idempotencyKey }: FollowUpProps) {
  const { mayCarryOut, what, kind, dates } = decision
  return (
    <>
      <Heading decision={decision}>{what}: when it was done</Heading>
      {mayCarryOut ? (
        <Form idempotencyKey={idempotencyKey} form={form}>
          <HiddenField name="seenVersion" value={dates.version} />
          {kind === 'rehousing' ? (
            <DateInput form={form} name="rehousedOn" label="Which day did the client move?" labelSize="m" />
          ) : (
            <StorageFields form={form} />
          )}
          <Button>Save the dates</Button>
        </Form>
      ) : (
        <p className="govuk-body">A manager has not said yes to this, so there is nothing to record.</p>
      )}
    </>
  )
}

function StorageFields({ form }: { form: FormState }) {
  return (
    <>
      <DateInput form={form} name="storedFrom" label="From which day are the belongings stored?" labelSize="m" />
      <DateInput
        form={form}
        name="storedTo"
        label="Until which day? (optional)"
        hint="The day the client gets them back, or the day you plan for it"
        labelSize="m"
      />
      <TextArea
        form={form}
        name="storedWhere"
        label="Where are the belongings?"
        hint="Only your agency sees this"
        labelSize="m"
        rows={2}
      />
    </>
  )
}

function Heading({ decision, children }: { decision: DecisionInFull; children: ReactNode }) {
  const { decisionId, reference } = decision
  return (
    <>
      <BackLink href={href('/decisions/:decisionId', { decisionId })}>Back to the request</BackLink>
      <PageTitle reference={reference}>{children}</PageTitle>
    </>
  )
}
