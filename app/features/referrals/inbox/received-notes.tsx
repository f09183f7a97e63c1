import { Form } from '../../../forms/form.tsx'
import { EMPTY_FORM, type FormState } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { Instant } from '../../../ui/time/time.tsx'
import type { ReceivedReferral } from './read-received.server.ts'

interface NotesProps {
  page: Pick<ReceivedReferral, 'referralId' | 'notes' | 'sender'>
  idempotencyKey: string
  now: string
}

/** The agency's own notes, which no other agency sees. */
export function ReceivedNotes({ page, idempotencyKey, now }: NotesProps) {
  const { referralId, notes, sender } = page
  return (
    <section aria-labelledby="notes">
      <h2 className="govuk-heading-m" id="notes">
        Your agency’s own notes
      </h2>
      <p className="govuk-body-s">
        Never seen by {sender.name}. Your agency keeps them, even when consent is withdrawn.
      </p>
      {notes.map(({ noteId, note, notedAt, byName }) => (
        <div key={noteId} className="accord-note">
          <p className="govuk-body accord-said">{note}</p>
          <p className="govuk-body-s">
            {byName}, <Instant at={notedAt} now={now} />
          </p>
        </div>
      ))}
      <div className="accord-no-print">
        <ReferralNoteForm
          action={href('/inbox/:referralId/notes', { referralId })}
          form={EMPTY_FORM}
          idempotencyKey={idempotencyKey}
        />
      </div>
    </section>
  )
}

export function ReferralNoteForm({
  action,
  form,
  idempotencyKey,
}: {
  action: string
  form: FormState
  idempotencyKey: string
}) {
  return (
    <Form action={action} idempotencyKey={idempotencyKey} form={form}>
      <TextArea form={form} name="note" label="Add a note" rows={3} maxLength={4000} />
      <Button variant="secondary">Save this note</Button>
    </Form>
  )
}
