import type { WithdrawalRefusal } from '../../domain/consents/consent-taking.ts'
import { DATA_CATEGORIES } from '../../domain/consents/data-category.ts'
import type { DecideOverrideRefusal } from '../../domain/consents/override.ts'
import { NOT_A_SECOND_PERSON } from '../../domain/partnership/second-person.ts'
import { sayFullInstant } from '../../ui/time/say-time.ts'
import type { AskOverrideRefused } from './ask-override.server.ts'
import type { RecordAnswersRefusal } from './record-answers.server.ts'

interface RefusalWords {
  status: 403 | 409 | 422
  field: string
  message: string
}

type ConsentRefusal = RecordAnswersRefusal | WithdrawalRefusal | AskOverrideRefused | DecideOverrideRefusal

const ALREADY_DONE = 'You have already sent this page, with different answers. Open it again to see what was saved'

const WORDS: { [Kind in ConsentRefusal['kind']]: RefusalWords } = {
  'no-purposes': missing('purposes', 'Choose what it would be shared for'),
  'no-categories': missing('categories', 'Choose what they need to know'),
  'name-left-out': missing('withoutName', 'Share the name too, or choose to share the phone number without it'),
  'capacity-note-missing': missing('capacityNote', 'Write what the doubt was, and who decided'),
  'grantor-needs-capacity-decided-for': missing(
    'capacity',
    'A deputy or attorney can answer only if someone with legal authority decided for the client',
  ),
  'given-in-the-future': missing('givenAt', 'When they answered must not be in the future'),
  'recipient-is-own-agency': missing('recipientAgencyId', 'Choose another agency than your own'),
  'recipient-cannot-receive': missing(
    'recipientAgencyId',
    'This agency does not take referrals for that purpose. Choose another one',
  ),
  'recipient-takes-none': missing(
    'recipientAgencyId',
    'This agency takes no new referrals at present. Choose another one, or call their duty phone',
  ),
  'safe-contact-left-out': missing(
    'categories',
    `Choose “${DATA_CATEGORIES.safe_contact.label}” too: without it nothing can be sent`,
  ),
  'no-answers': conflict('There is no answer to record. Ask the client first'),
  'wording-changed': conflict('The sentences have changed since this page was opened. Read them again with the client'),
  'review-not-after-today': missing('reviewOn', 'Enter a review date after today'),
  'review-too-late': missing('reviewOn', 'Enter an earlier review date'),
  'was-never-agreed': conflict('The client never agreed to this, so there is nothing to withdraw'),
  'already-withdrawn': conflict('This consent is already withdrawn'),
  'how-missing': missing('how', 'Enter how the client told you, for example by phone'),
  'necessity-missing': missing('necessity', 'Write why it must be shared, and why now'),
  'why-client-not-told-missing': missing('notToldReason', 'Enter why you have not told the client'),
  'same-person': forbidden(NOT_A_SECOND_PERSON),
  'own-request': forbidden('You requested this yourself. Another manager must decide'),
  'not-a-manager': forbidden('Only a manager can decide this'),
  'other-agency': forbidden('Only a manager of your own agency can decide this'),
  'already-decided': conflict('Another manager has already decided this'),
  'reason-missing': missing('note', 'Enter why you refuse. The person who requested it sees this'),
  'already-done': conflict(ALREADY_DONE),
}

/** A refusal in words that say how to correct it. 403: no one in this role may; 409: it is too late; 422: something is missing. */
export function consentRefusalWords(refusal: ConsentRefusal): RefusalWords {
  const words = WORDS[refusal.kind]
  if (refusal.kind !== 'already-withdrawn') return words
  const at = refusal.withdrawnAt instanceof Date ? ` ${sayFullInstant(refusal.withdrawnAt)}` : ''
  return { ...words, message: `${words.message}${at}` }
}

function missing(field: string, message: string): RefusalWords {
  return { status: 422, field, message }
}

function conflict(message: string): RefusalWords {
  return { status: 409, field: '', message }
}

function forbidden(message: string): RefusalWords {
  return { status: 403, field: '', message }
}
