import type { RefusalTable } from '../../../forms/refusal-table.server.ts'
import type { acceptReferral } from '../inbox/accept-referral.server.ts'
import { type RefusalOf, SENDER_REFUSALS } from '../refusal-words.server.ts'
import type { amendStep } from './amend-step.server.ts'
import type { recordContactAttempt } from './record-contact-attempt.server.ts'

export type RecipientRefusal = RefusalOf<typeof acceptReferral | typeof recordContactAttempt | typeof amendStep>

const FIELDS = {
  reason: { field: 'reason', message: 'Choose one of the answers listed' },
  suggestion: { field: 'suggestedAgencyId', message: 'Suggest an agency that could help instead' },
  message: { field: 'message', message: 'Write what you need to know' },
} as const

export const RECIPIENT_REFUSALS: RefusalTable<RecipientRefusal> = {
  ...SENDER_REFUSALS,
  'not-a-worker': { field: 'staffId', message: 'Choose someone who works with clients in your agency' },
  'attempted-in-the-future': { field: 'attemptedAt', message: 'When you tried must not be in the future' },
  'attempted-before-it-was-sent': {
    field: 'attemptedAt',
    message: 'When you tried must not be before the referral was sent',
  },
  'next-try-not-soon': { field: 'nextTryOn', message: 'Choose a day from today to a month from now' },
  'already-in-error': { message: 'Someone has already corrected this. Open the referral again' },
  'not-amendable': { message: 'You cannot change this step, because it changed who can act on the referral' },
  'must-have-happened': {
    field: 'neverHappened',
    message: 'This step changed the status of the referral. Enter the correct answer instead',
  },
  'amendment-missing': ({ field }) => FIELDS[field],
  'fields-missing': ({ fields }) =>
    fields.includes('suggestion')
      ? FIELDS.suggestion
      : { errors: fields.map((field) => ({ field, message: 'Enter an answer' })) },
}
