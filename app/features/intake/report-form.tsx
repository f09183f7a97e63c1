import type { StrandId } from '../../domain/cases/strand.ts'
import { DraftedForm } from '../../forms/drafted-form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { Button } from '../../ui/button.tsx'
import { Details } from '../../ui/details.tsx'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import { Fieldset } from '../../ui/fields/fieldset.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { CountedQuestion, NeedsFields, OtherWays, SafetyQuestionFields } from './client-details-fields.tsx'
import { isTouched } from './field-options.ts'
import {
  AccountField,
  MoreAboutIncident,
  StrandFields,
  UrgentWorkFields,
  WhenAndWhereFields,
} from './incident-fields.tsx'
import { ReporterFields } from './reporter-fields.tsx'
import { SamePersonQuestion, type ShownLookalike } from './same-person-question.tsx'

interface ReportFormProps {
  form: FormState
  idempotencyKey: string
  offered: readonly StrandId[]
  lookalikes: readonly ShownLookalike[]
  now: string
  postcodes: boolean
}

const OTHER_WAYS = [
  'email',
  'address',
  'safeToEmail',
  'safeToPost',
  'preferredMethod',
  'safeTimes',
  'mustNotKnow',
  'codeWord',
  'trustedPerson',
]
const NEEDS = [
  'language',
  'interpreterNeeded',
  'interpreterNote',
  'communicationNeeds',
  'communicationNote',
  'dateOfBirth',
  'dateOfBirth-day',
]
const MORE = ['types', 'perceivedBy', 'ongoing', 'injuries', 'policeStatus', 'crimeReference']

/**
 * One page to fill in during a call: the needed questions are open, the others collapsed, the button always visible.
 */
export function ReportForm({ form, idempotencyKey, offered, lookalikes, now, postcodes }: ReportFormProps) {
  return (
    <DraftedForm
      draftOf={{ form: 'report' }}
      form={form}
      idempotencyKey={idempotencyKey}
      buttons={<Button>Save and open the case</Button>}
    >
      <SamePersonQuestion form={form} lookalikes={lookalikes} now={now} />
      <ReporterFields form={form} />
      <Fieldset legend="Who it happened to, and how to reach them safely">
        <TextInput
          form={form}
          name="clientName"
          label="Name"
          hint="As they want to be called. Leave it empty if no name is given."
          autoComplete="off"
        />
        <TextInput form={form} name="phone" label="Phone number" type="tel" width={20} autoComplete="off" />
        <SafetyQuestionFields form={form} about={['phone']} />
        <Details summary="E-mail, address, safe times, who must not know" open={isTouched(form, OTHER_WAYS)}>
          <OtherWays form={form} />
        </Details>
        <Details summary="Language, interpreter and other needs" open={isTouched(form, NEEDS)}>
          <NeedsFields form={form} />
        </Details>
      </Fieldset>
      <Fieldset legend="What happened">
        <AccountField form={form} />
        <StrandFields form={form} offered={offered} />
        <WhenAndWhereFields form={form} postcodes={postcodes} />
        <UrgentWorkFields form={form} />
        <Details summary="More about the incident and the police" open={isTouched(form, MORE)}>
          <MoreAboutIncident form={form} />
        </Details>
      </Fieldset>
      <TextArea form={form} name="wishes" label="What would the client like to happen?" labelSize="m" rows={4} />
      <Details summary="Counting in the anonymous map" open={isTouched(form, ['counted'])}>
        <CountedQuestion form={form} />
      </Details>
      <Fieldset legend="What happens next">
        <Checkboxes
          form={form}
          name="takeCase"
          label="Who works with the client?"
          hint="If you do not choose this, the case waits in the queue for a case worker."
          choices={[{ value: 'yes', label: 'I will be the case worker' }]}
        />
        <Checkboxes
          form={form}
          name="spokeNow"
          label="First contact"
          hint="Only if the client reports by phone or in person. It meets the contact deadline."
          choices={[{ value: 'yes', label: 'We spoke just now' }]}
        />
      </Fieldset>
    </DraftedForm>
  )
}
