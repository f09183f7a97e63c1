import {
  CONSENT_CAPACITY,
  CONSENT_DECISIONS,
  CONSENT_GRANTORS,
  CONSENT_METHODS,
  type ConsentDecision,
} from '../../domain/consent.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Details } from '../../ui/details.tsx'
import { Fieldset } from '../../ui/fieldset.tsx'
import { Form } from '../../ui/form.tsx'
import { type FormState, fieldError } from '../../ui/form-state.ts'
import { HiddenField } from '../../ui/hidden-field.tsx'
import { Radios } from '../../ui/radios.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { consentAddress } from './consent-choice.ts'
import type { ConsentPageData } from './read-consent-page.server.ts'

interface ConsentQuestionProps {
  page: ConsentPageData
  recipient: NonNullable<ConsentPageData['recipient']>
  wording: NonNullable<ConsentPageData['wording']>
  form: FormState
  idempotencyKey: string
}

/** The words on the client's buttons; nothing is chosen beforehand. */
const ANSWERS: Record<ConsentDecision, string> = {
  agreed: 'Yes, I agree',
  refused: 'No, not this',
  not_now: 'Not now',
}

/** The page for the client, in big print: what one agency would know, and the right to say no. The worker's part is below. */
export function ConsentQuestion({ page, recipient, wording, form, idempotencyKey }: ConsentQuestionProps) {
  const { case: file, choice } = page
  const address = consentAddress(file.caseId, 'ask', choice)
  return (
    <Form action={address} idempotencyKey={idempotencyKey} form={form}>
      <HiddenField name="recipientAgencyId" value={recipient.agencyId} />
      <HiddenField name="wordingShown" value={wording.asText} />
      {choice.purposes.map((purpose) => (
        <HiddenField key={purpose} name="purposes" value={purpose} />
      ))}
      {choice.categories.map((category) => (
        <HiddenField key={category} name="categories" value={category} />
      ))}
      <div className="accord-big-print">
        <p className="govuk-body">{wording.mayKnow}</p>
        {wording.mayNotKnow ? <p className="govuk-body">{wording.mayNotKnow}</p> : null}
        <p className="govuk-body">{wording.mayUse}</p>
        <p className="govuk-body">{wording.changeMind}</p>
        <Radios
          form={form}
          name="decision"
          label="What do you say?"
          labelSize="l"
          choices={Object.keys(CONSENT_DECISIONS).map((id) => ({ value: id, label: ANSWERS[id as ConsentDecision] }))}
        />
        <TextArea form={form} name="limits" label="Anything else you want us to keep to?" rows={3} />
      </div>
      <p className="govuk-body accord-no-print">
        <TextLink href={consentAddress(file.caseId, 'new', choice)}>Change what they may know, and ask again</TextLink>
      </p>
      <WorkersPart form={form} />
      <Button>Record the answer</Button>
    </Form>
  )
}

function WorkersPart({ form }: { form: FormState }) {
  return (
    <Fieldset legend="For the worker" hint="Thank you. Please give the tablet back.">
      <Radios
        form={form}
        name="method"
        label="How did they answer?"
        labelSize="s"
        choices={labelled(CONSENT_METHODS)}
      />
      <TextInput form={form} name="language" label="Language it was explained in" width={20} />
      <TextInput form={form} name="interpreter" label="Interpreter" hint="Name and agency, if there was one" />
      <Radios form={form} name="grantor" label="Who answered?" labelSize="s" choices={labelled(CONSENT_GRANTORS)} />
      <Radios
        form={form}
        name="capacity"
        label="Can they decide this?"
        labelSize="s"
        choices={labelled(CONSENT_CAPACITY)}
      />
      <TextArea form={form} name="capacityNote" label="If there was a doubt: what it was, and who decided" rows={3} />
      <Details summary="They answered at another time" open={fieldError(form, 'givenAt') !== undefined}>
        <DateInput form={form} name="givenAt" label="When did they answer?" labelSize="s" withTime />
      </Details>
      <DateInput
        form={form}
        name="reviewOn"
        label="Talk about it again on"
        hint="Six months, unless they want it sooner"
        labelSize="s"
      />
    </Fieldset>
  )
}

function labelled(table: Readonly<Record<string, { label: string }>>) {
  return Object.entries(table).map(([value, { label }]) => ({ value, label }))
}
