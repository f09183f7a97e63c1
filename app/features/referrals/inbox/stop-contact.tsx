import { Form } from '../../../forms/form.tsx'
import type { FormState } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { Button } from '../../../ui/button.tsx'

interface StopContactProps {
  page: { referralId: string; stopContact: string | null }
  idempotencyKey: string
  form?: FormState
}

/** After a withdrawal, only this remains to be done: confirm that contact has stopped. */
export function StopContact({ page: { referralId, stopContact }, idempotencyKey, form }: StopContactProps) {
  return (
    <Form action={href('/inbox/:referralId/stopped', { referralId })} idempotencyKey={idempotencyKey} form={form}>
      {stopContact ? (
        <>
          <p className="govuk-body">
            Make sure that no colleague contacts {stopContact}. The name disappears when you confirm.
          </p>
          <Button variant="warning">Confirm that we have stopped contact</Button>
        </>
      ) : (
        <p className="govuk-body">There is nothing to confirm.</p>
      )}
    </Form>
  )
}
