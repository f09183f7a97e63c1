import { data } from '@remix-run/node'
import { notFound } from '../../../access/require.server.ts'
import type { ContactSafety, UnsafeContactRefusal } from '../../../domain/cases/unsafe-contact.ts'
import { type FormState, withError } from '../../../forms/form-state.ts'
import { askAboutUnsafeContact } from '../../../forms/unsafe-contact-fields.server.ts'
import { href } from '../../../href.ts'
import type { acceptReferral } from '../inbox/accept-referral.server.ts'
import { type RefusalWords, refusalWords } from '../refusal-words.server.ts'
import type { amendStep } from './amend-step.server.ts'
import type { recordContactAttempt } from './record-contact-attempt.server.ts'

/** The page of the referral after a contact was recorded, with the prompt to plan for safety where it was not safe. */
export function doneHref(referralId: string, code: 'attempt' | 'contact', { unsafeAnswers }: ContactSafety): string {
  return href('/inbox/:referralId', { referralId }, { done: `${code}${unsafeAnswers.length > 0 ? '-unsafe' : ''}` })
}

type RefusalOf<UseCase extends (...given: never[]) => Promise<unknown>> = Extract<
  Awaited<ReturnType<UseCase>>,
  { ok: false }
>['refusal']

/** Whatever a use case of the recipient may refuse with. */
export type AnswerRefusal = Exclude<
  RefusalOf<typeof acceptReferral | typeof recordContactAttempt | typeof amendStep>,
  UnsafeContactRefusal
>

/**
 * The form again, with what is wrong and how to correct it; 409 with what is possible when the move came too late.
 * @throws Response 404 for a referral that was not sent to this agency
 */
export function refuseAnswer(form: FormState, refusal: AnswerRefusal | UnsafeContactRefusal) {
  if (refusal.kind === 'against-safe-contact')
    return data({ form: askAboutUnsafeContact(form, refusal) }, { status: 422 })
  const { status, field, message } = answerWords(refusal)
  if (status === 404) throw notFound()
  return data({ form: withError(form, field, message) }, { status })
}

const FIELDS = {
  reason: { field: 'reason', message: 'Choose one of the answers listed' },
  suggestion: { field: 'suggestedAgencyId', message: 'Suggest an agency that could help instead' },
  message: { field: 'message', message: 'Write what you need to know' },
} as const

export function answerWords(refusal: AnswerRefusal): RefusalWords {
  switch (refusal.kind) {
    case 'not-a-worker':
      return wrong('staffId', 'Choose someone who works with clients in your agency')
    case 'attempted-in-the-future':
      return wrong('attemptedAt', 'When you tried must not be in the future')
    case 'attempted-before-it-was-sent':
      return wrong('attemptedAt', 'When you tried must not be before the referral was sent')
    case 'next-try-not-soon':
      return wrong('nextTryOn', 'Choose a day from today to a month from now')
    case 'already-in-error':
      return { status: 409, field: '', message: 'Someone has already corrected this. Open the referral again' }
    case 'not-amendable':
      return {
        status: 409,
        field: '',
        message: 'You cannot change this step, because it changed who can act on the referral',
      }
    case 'must-have-happened':
      return wrong('neverHappened', 'This step changed the status of the referral. Enter the correct answer instead')
    case 'amendment-missing':
      return { status: 422, ...FIELDS[refusal.field] }
    case 'fields-missing':
      return refusal.fields.includes('suggestion') ? { status: 422, ...FIELDS.suggestion } : refusalWords(refusal)
    default:
      return refusalWords(refusal)
  }
}

function wrong(field: string, message: string): RefusalWords {
  return { status: 422, field, message }
}
