import { useEffect, useState } from 'react'
import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import type { Choice } from '../../ui/fields/choice.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { FileInput } from '../../ui/fields/file-input.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { DrawnSignature } from './drawn-signature.tsx'

interface SignFormProps {
  form: FormState
  idempotencyKey: string
  /** Of the text on the page: a signature holds for this text only. */
  fingerprint: string
}

interface ClientSignFormProps extends SignFormProps {
  ways: readonly { way: string; label: string; hint: string }[]
}

/** Four equal ways to sign, and how to record that the client does not want to. */
export function ClientSignForm({ form, idempotencyKey, fingerprint, ways }: ClientSignFormProps) {
  const hasScript = useHasScript()
  const reveals: Readonly<Record<string, Choice['reveal']>> = {
    typed: <TypedFields form={form} />,
    drawn: <DrawnSignature form={form} />,
    said_aloud: <SaidFields form={form} />,
    paper: <PaperFields form={form} />,
    refused: (
      <TextArea form={form} name="refusalReason" label="Why the client does not sign" rows={3} maxLength={500} />
    ),
  }
  const choices = ways
    // Without JavaScript there is no box to sign in; the other ways are there.
    .filter(({ way }) => way !== 'drawn' || hasScript)
    .map(({ way, label, hint }) => ({ value: way, label, hint, reveal: reveals[way] }))
  return (
    <Form idempotencyKey={idempotencyKey} form={form} withFile>
      <HiddenField name="party" value="client" />
      <HiddenField name="fingerprint" value={fingerprint} />
      <Radios form={form} name="way" label="How does the client sign?" labelSize="m" choices={choices} />
      <Button>Save the client’s answer</Button>
    </Form>
  )
}

function TypedFields({ form }: { form: FormState }) {
  return (
    <>
      <TextInput form={form} name="signedName" label="The client’s name" />
      <Checkboxes
        form={form}
        name="agrees"
        label="The client ticks this"
        choices={[{ value: 'yes', label: 'I agree with this plan' }]}
      />
    </>
  )
}

function SaidFields({ form }: { form: FormState }) {
  return (
    <>
      <TextInput form={form} name="language" label="Language in which you read the plan aloud" width={20} />
      <TextArea form={form} name="reason" label="Why the client says it aloud" rows={2} maxLength={500} />
      <TextInput form={form} name="interpreter" label="Interpreter" hint="Leave this empty if there was none." />
      <TextInput form={form} name="witness" label="Witness" hint="Leave this empty if no one else heard it." />
      <DateInput form={form} name="signedAt" label="When" hint="Leave this empty if it is now." withTime />
    </>
  )
}

function PaperFields({ form }: { form: FormState }) {
  return (
    <FileInput
      form={form}
      name="paper"
      label="Photo or scan of the signed paper"
      hint="The time of the signature is the time you save it."
      accept="image/jpeg,image/png,application/pdf"
    />
  )
}

interface AgencySignFormProps extends SignFormProps {
  name: string
  isNext: boolean
}

/** The person who is signed in signs for the agency: a tick and a button, so that a stray tap signs nothing. */
export function AgencySignForm({ form, idempotencyKey, fingerprint, name, isNext }: AgencySignFormProps) {
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <HiddenField name="party" value="agency" />
      <HiddenField name="way" value="as_staff" />
      <HiddenField name="fingerprint" value={fingerprint} />
      <Checkboxes
        form={form}
        name="agencySigns"
        label="Signature of the agency"
        labelSize="m"
        choices={[{ value: 'yes', label: `I, ${name}, sign this plan for my agency` }]}
      />
      <Button variant={isNext ? 'primary' : 'secondary'}>Sign for the agency</Button>
    </Form>
  )
}

function useHasScript(): boolean {
  const [hasScript, setHasScript] = useState(false)
  useEffect(() => setHasScript(true), [])
  return hasScript
}
