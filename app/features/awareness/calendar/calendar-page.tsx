import { Form } from '../../../forms/form.tsx'
import type { FormState } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Instant } from '../../../ui/time/time.tsx'
import { WarningText } from '../../../ui/warning-text.tsx'

interface CalendarFormProps {
  made: { madeAt: string } | null
  now: string
  form: FormState
  idempotencyKey: string
}

export function CalendarForm({ made, now, form, idempotencyKey }: CalendarFormProps) {
  return (
    <>
      <p className="govuk-body">
        Add this address to your calendar program to see the awareness work that your agency plans or takes part in.
        Anyone who has the address can read it without signing in. The address is yours only. It stops working when you
        leave your agency.
      </p>
      {made ? (
        <p className="govuk-body">
          You made an address, <Instant at={made.madeAt} now={now} />. It cannot be shown again. A new address replaces
          it.
        </p>
      ) : null}
      <Form form={form} idempotencyKey={idempotencyKey} reload>
        <Button>{made ? 'Make a new address and stop the old one' : 'Make the address'}</Button>
      </Form>
    </>
  )
}

/** Shows the secret address, once. */
export function CalendarAddress({ address }: { address: string }) {
  return (
    <>
      <WarningText>This address is shown once. Copy it into your calendar program now.</WarningText>
      <p className="govuk-body accord-own-words">
        <code>{address}</code>
      </p>
      <p className="govuk-body">
        In Outlook it is called “Subscribe from web”, in other programs “Add a calendar by URL”. An address that you
        made before no longer works.
      </p>
      <ButtonLink href={href('/awareness')}>I have copied it, continue</ButtonLink>
    </>
  )
}
