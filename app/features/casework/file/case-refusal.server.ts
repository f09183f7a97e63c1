import { data } from '@remix-run/node'
import { notFound } from '../../../access/require.server.ts'
import { dayInWords } from '../../../domain/time/calendar-day.ts'
import { type FormState, withError } from '../../../forms/form-state.ts'
import { askAboutUnsafeContact } from '../../../forms/unsafe-contact-fields.server.ts'
import type { AllocateCaseRefusal } from '../allocation/allocate-case.server.ts'
import type { ReallocateCasesRefusal } from '../allocation/reallocate-cases.server.ts'
import type { DeferContactRefusal } from '../contacts/defer-contact.server.ts'
import type { ContactErrorRefusal } from '../contacts/mark-contact-in-error.server.ts'
import type { AlternativeContactRefusal } from '../contacts/name-alternative-contact.server.ts'
import type { RecordContactRefusal } from '../contacts/record-contact.server.ts'
import type { ExceptionRefusal } from '../standards/except-standard.server.ts'
import type { LateReasonRefusal } from '../standards/give-late-reason.server.ts'

export type CaseRefusal =
  | AllocateCaseRefusal
  | AlternativeContactRefusal
  | RecordContactRefusal
  | ContactErrorRefusal
  | DeferContactRefusal
  | ExceptionRefusal
  | LateReasonRefusal
  | ReallocateCasesRefusal
  | { kind: 'already-done' }

type Kind = Exclude<CaseRefusal['kind'], 'not-found' | 'against-safe-contact'>

const MANAGER = 'Only a manager can do this. Ask your manager'

/** The field that a refusal belongs to, and how to correct it; the field '' is the form as a whole. */
const WORDS: Readonly<Record<Kind, { field: string; message: string }>> = {
  'other-agency': { field: 'staffId', message: 'Choose someone from your agency' },
  'has-left': { field: 'staffId', message: 'This person has left. Choose someone else' },
  'role-holds-no-cases': { field: 'staffId', message: 'This person does not work with cases. Choose someone else' },
  'case-closed': { field: '', message: 'The case is closed' },
  'already-allocated-to-them': { field: 'staffId', message: 'This person is already the case worker' },
  'only-a-manager-allocates': {
    field: 'staffId',
    message: 'Only a manager can allocate a case to someone else. You can take it yourself',
  },
  'somebody-has-it': { field: '', message: 'A colleague took this case before you. Open the case to see who' },
  'is-the-case-worker': { field: 'staffId', message: 'Choose someone other than the case worker' },
  'no-case-worker': { field: '', message: 'This case has no case worker yet. Take it, then record the contact' },
  'contact-not-possible': {
    field: '',
    message: 'Contact is not possible in this case. If that has changed, change the client’s details first',
  },
  'contacted-in-the-future': {
    field: 'contactedAt',
    message: 'The contact must be now or earlier. Check the day and the time',
  },
  'contacted-before-received': {
    field: 'contactedAt',
    message: 'This is before the report was received. Check the day and the time',
  },
  'already-marked': { field: '', message: 'This contact is already marked as entered in error' },
  'no-contact-owed': { field: '', message: 'No contact is due: the client was reached, or cannot be contacted' },
  'already-overdue': {
    field: '',
    message: 'The contact is already overdue, and that stays on record. Record a contact instead',
  },
  'not-later': { field: 'untilOn', message: 'Enter a later day' },
  'too-far': { field: 'untilOn', message: 'Enter a day within the next three months' },
  'not-a-manager': { field: '', message: MANAGER },
  'not-running': { field: '', message: 'This deadline is no longer running' },
  'not-late': { field: '', message: 'This deadline was not missed' },
  'already-done': {
    field: '',
    message: 'You have already sent this form, with different answers. Open the case to see what was saved',
  },
}

/**
 * The form again with what is wrong, 409 or 403.
 * @throws Response 404 for what is not there, or not for this person to see
 */
export function refuseCaseForm(refusal: CaseRefusal, form: FormState) {
  if (refusal.kind === 'not-found') throw notFound()
  if (refusal.kind === 'against-safe-contact') return data({ form: askAboutUnsafeContact(form, refusal) }, 422)
  const { field, message } = WORDS[refusal.kind]
  const said =
    refusal.kind === 'not-later' ? `${message} than ${dayInWords(refusal.dueOn)}, when it is due anyway` : message
  return data({ form: withError(form, field, said) }, refusal.kind === 'not-a-manager' ? 403 : 409)
}
