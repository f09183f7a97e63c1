import {
  CONSENT_CAPACITY,
  CONSENT_DECISIONS,
  CONSENT_GRANTORS,
  OFFERED_CONSENT_METHODS,
} from '../../domain/consents/consent.ts'
import { Form } from '../../forms/form.tsx'
import { type FormState, fieldError } from '../../forms/form-state.ts'
import { Button } from '../../ui/button.tsx'
import { Details } from '../../ui/details.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import type { AnswersToRecord } from './read-client-answers.server.ts'

interface AnswersRecordProps {
  page: AnswersToRecord
  form: FormState
  idempotencyKey: string
}

/** The worker's part after the client has answered, once for all the agencies. Nothing is filled in beforehand. */
export function AnswersRecord({ page, form, idempotencyKey }: AnswersRecordProps) {
  const { answers, language, interpreterNeeded, askAgainHref } = page
  return (
    <>
      <SummaryList
        rows={answers.map(({ recipientName, decision, limits }) => ({
          key: recipientName,
          value: (
            <>
              {CONSENT_DECISIONS[decision].label}
              {limits ? <span className="accord-own-words">. In their own words: {limits}</span> : null}
            </>
          ),
          action: { label: 'Ask again', href: askAgainHref, about: `about ${recipientName}` },
        }))}
      />
      <Form idempotencyKey={idempotencyKey} form={form}>
        <Radios form={form} name="method" label="How did they answer?" choices={labelled(OFFERED_CONSENT_METHODS)} />
        <TextInput
          form={form}
          name="language"
          label="Language it was explained in"
          hint={
            language
              ? `The case says that the client speaks ${language}. The question was written in English`
              : undefined
          }
          width={20}
        />
        <TextInput
          form={form}
          name="interpreter"
          label="Interpreter"
          hint={
            interpreterNeeded
              ? 'The case says that the client needs one. Enter their name and agency'
              : 'Name and agency, if there was one'
          }
        />
        <Radios form={form} name="grantor" label="Who answered?" choices={labelled(CONSENT_GRANTORS)} />
        <Radios form={form} name="capacity" label="Can they decide this?" choices={labelled(CONSENT_CAPACITY)} />
        <TextArea form={form} name="capacityNote" label="If there was a doubt: what it was, and who decided" rows={3} />
        <Details summary="The answer was given at another time" open={fieldError(form, 'givenAt') !== undefined}>
          <DateInput form={form} name="givenAt" label="When did they answer?" labelSize="s" withTime />
        </Details>
        <DateInput
          form={form}
          name="reviewOn"
          label="Review this consent on"
          hint="Leave empty to review it in six months. Enter a day if the client wants it sooner"
        />
        <Button>Record the answers</Button>
        <p className="govuk-body">
          <TextLink href={askAgainHref}>Change the question and ask again</TextLink>
        </p>
      </Form>
    </>
  )
}

function labelled(table: Readonly<Record<string, { label: string }>>) {
  return Object.entries(table).map(([value, { label }]) => ({ value, label }))
}
