import type { AlreadyDone } from '../../../db/once.ts'
import { dayInWords } from '../../domain/time/calendar-day.ts'
import type { RefusalTable } from '../../forms/refusal-table.server.ts'
import { askAboutUnsafeContact } from '../../forms/unsafe-contact-entries.server.ts'
import type { AllocateCaseRefusal } from './allocation/allocate-case.server.ts'
import type { ReallocateCasesRefusal } from './allocation/reallocate-cases.server.ts'
import type { DeferContactRefusal } from './contacts/defer-contact.server.ts'
import type { ContactErrorRefusal } from './contacts/mark-contact-in-error.server.ts'
import type { AlternativeContactRefusal } from './contacts/name-alternative-contact.server.ts'
import type { RecordContactRefusal } from './contacts/record-contact.server.ts'
import type { ExceptionRefusal } from './standards/except-standard.server.ts'
import type { LateReasonRefusal } from './standards/give-late-reason.server.ts'

type CaseRefusal =
  | AllocateCaseRefusal
  | AlternativeContactRefusal
  | RecordContactRefusal
  | ContactErrorRefusal
  | DeferContactRefusal
  | ExceptionRefusal
  | LateReasonRefusal
  | ReallocateCasesRefusal
  | AlreadyDone

export const CASE_REFUSALS: RefusalTable<CaseRefusal> = {
  'other-agency': { field: 'staffId', message: 'Choose someone from your agency' },
  'has-left': { field: 'staffId', message: 'This person has left. Choose someone else' },
  'role-holds-no-cases': { field: 'staffId', message: 'This person does not work with cases. Choose someone else' },
  'case-closed': { message: 'The case is closed' },
  'already-allocated-to-them': { field: 'staffId', message: 'This person is already the case worker' },
  'only-a-manager-allocates': {
    field: 'staffId',
    message: 'Only a manager can allocate a case to someone else. You can take it yourself',
  },
  'somebody-has-it': { message: 'A colleague took this case before you. Open the case to see who' },
  'is-the-case-worker': { field: 'staffId', message: 'Choose someone other than the case worker' },
  'no-case-worker': { message: 'This case has no case worker yet. Take it, then record the contact' },
  'contact-not-possible': {
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
  'already-marked': { message: 'This contact is already marked as entered in error' },
  'no-contact-owed': { message: 'No contact is due: the client was reached, or cannot be contacted' },
  'already-overdue': {
    message: 'The contact is already overdue, and that stays on record. Record a contact instead',
  },
  'not-later': ({ dueOn }) => ({
    field: 'untilOn',
    message: `Enter a later day than ${dayInWords(dueOn)}, when it is due anyway`,
  }),
  'too-far': { field: 'untilOn', message: 'Enter a day within the next three months' },
  'not-a-manager': { status: 403, message: 'Only a manager can do this. Ask your manager' },
  'not-running': { message: 'This deadline is no longer running' },
  'not-late': { message: 'This deadline was not missed' },
  'already-done': {
    message: 'You have already sent this form, with different answers. Open the case to see what was saved',
  },
  'against-safe-contact': askAboutUnsafeContact,
}
