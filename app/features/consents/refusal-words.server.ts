import type { WithdrawalRefusal } from '../../domain/consents/consent-taking.ts'
import { DATA_CATEGORIES } from '../../domain/consents/data-category.ts'
import type { DecideOverrideRefusal } from '../../domain/consents/override.ts'
import { NOT_A_SECOND_PERSON } from '../../domain/partnership/second-person.ts'
import type { RefusalTable } from '../../forms/refusal-table.server.ts'
import { sayFullInstant } from '../../ui/time/say-time.ts'
import type { AskOverrideRefused } from './ask-override.server.ts'
import type { RecordAnswersRefusal } from './record-answers.server.ts'

type ConsentRefusal = RecordAnswersRefusal | WithdrawalRefusal | AskOverrideRefused | DecideOverrideRefusal

export const CONSENT_REFUSALS: RefusalTable<ConsentRefusal> = {
  'no-purposes': { field: 'purposes', message: 'Choose what it would be shared for' },
  'no-categories': { field: 'categories', message: 'Choose what they need to know' },
  'name-left-out': {
    field: 'withoutName',
    message: 'Share the name too, or choose to share the phone number without it',
  },
  'capacity-note-missing': { field: 'capacityNote', message: 'Write what the doubt was, and who decided' },
  'grantor-needs-capacity-decided-for': {
    field: 'capacity',
    message: 'A deputy or attorney can answer only if someone with legal authority decided for the client',
  },
  'given-in-the-future': { field: 'givenAt', message: 'When they answered must not be in the future' },
  'recipient-is-own-agency': { field: 'recipientAgencyId', message: 'Choose another agency than your own' },
  'recipient-cannot-receive': {
    field: 'recipientAgencyId',
    message: 'This agency does not take referrals for that purpose. Choose another one',
  },
  'recipient-takes-none': {
    field: 'recipientAgencyId',
    message: 'This agency takes no new referrals at present. Choose another one, or call their duty phone',
  },
  'safe-contact-left-out': {
    field: 'categories',
    message: `Choose “${DATA_CATEGORIES.safe_contact.label}” too: without it nothing can be sent`,
  },
  'no-answers': { message: 'There is no answer to record. Ask the client first' },
  'wording-changed': {
    message: 'The sentences have changed since this page was opened. Read them again with the client',
  },
  'review-not-after-today': { field: 'reviewOn', message: 'Enter a review date after today' },
  'review-too-late': { field: 'reviewOn', message: 'Enter an earlier review date' },
  'was-never-agreed': { message: 'The client never agreed to this, so there is nothing to withdraw' },
  'already-withdrawn': ({ withdrawnAt }) => ({
    message: `This consent is already withdrawn${withdrawnAt instanceof Date ? ` ${sayFullInstant(withdrawnAt)}` : ''}`,
  }),
  'how-missing': { field: 'how', message: 'Enter how the client told you, for example by phone' },
  'necessity-missing': { field: 'necessity', message: 'Write why it must be shared, and why now' },
  'why-client-not-told-missing': { field: 'notToldReason', message: 'Enter why you have not told the client' },
  'same-person': { status: 403, message: NOT_A_SECOND_PERSON },
  'own-request': { status: 403, message: 'You requested this yourself. Another manager must decide' },
  'not-a-manager': { status: 403, message: 'Only a manager can decide this' },
  'other-agency': { status: 403, message: 'Only a manager of your own agency can decide this' },
  'already-decided': { message: 'Another manager has already decided this' },
  'reason-missing': { field: 'note', message: 'Enter why you refuse. The person who requested it sees this' },
  'already-done': {
    message: 'You have already sent this page, with different answers. Open it again to see what was saved',
  },
}
