import { CONTACT_CHANNELS } from '../../domain/cases/contact.ts'
import { UNSAFE_CONTACT_REASONS } from '../../domain/cases/unsafe-contact.ts'
import { type FormState, fieldError, fieldValue } from '../../forms/form-state.ts'
import { Checkboxes } from './checkboxes.tsx'
import { Radios } from './radios.tsx'

/** Asks about an act against the client’s safe-contact answers. Hidden unless the server refused one. */
export function UnsafeContactQuestion({ form }: { form: FormState }) {
  const isAsked = ['unsafeConfirmed', 'unsafeReason'].some((name) => fieldError(form, name) || fieldValue(form, name))
  if (!isAsked) return null
  return (
    <>
      <Checkboxes
        form={form}
        name="unsafeConfirmed"
        label="This goes against the client’s safe-contact answers"
        choices={[{ value: 'yes', label: 'I confirm that it happened like this' }]}
      />
      <Radios
        form={form}
        name="unsafeReason"
        label="Why did it happen?"
        choices={Object.entries(UNSAFE_CONTACT_REASONS).map(([value, { label }]) => ({ value, label }))}
      />
    </>
  )
}

interface ChannelProps {
  form: FormState
  label: string
}

/** How the client was contacted. The channel decides whether the contact was safe. */
export function ContactChannelRadios({ form, label }: ChannelProps) {
  const choices = Object.entries(CONTACT_CHANNELS).map(([value, channel]) => ({ value, label: channel.label }))
  return <Radios form={form} name="channel" label={label} choices={choices} small />
}
