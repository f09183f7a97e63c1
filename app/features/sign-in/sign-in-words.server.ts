import { sayWait } from '../../access/rate-limit.server.ts'
import type { FormState } from '../../forms/form-state.ts'
import { withError } from '../../forms/form-state.ts'

type Refusal =
  | { kind: 'wrong' }
  | { kind: 'used' }
  | { kind: 'weak'; why: string }
  | { kind: 'wait'; seconds: number }
  | { kind: 'offer-too-old' }
  | { kind: 'enrolled-already' }
  | { kind: 'invitation-over' }

interface Words {
  /** The field at fault, and what is wrong with it. */
  wrong: [field: string, message: string]
  /** The field of a new password. */
  weak?: string
}

/** A refusal as the form says it, with the status to answer. */
export function inWords(form: FormState, refusal: Refusal, words: Words): { form: FormState; status: number } {
  switch (refusal.kind) {
    case 'wrong':
      return { form: withError(form, ...words.wrong), status: 422 }
    case 'used':
      return { form: withError(form, 'code', 'This code has been used. Wait for the next one'), status: 422 }
    case 'weak':
      return { form: withError(form, words.weak ?? 'password', refusal.why), status: 422 }
    case 'wait':
      return {
        form: withError(form, '', `Too many attempts. Wait ${sayWait(refusal.seconds)}, then try again`),
        status: 429,
      }
    case 'offer-too-old':
      return { form: withError(form, '', 'This page was open for too long. Scan the new code below'), status: 409 }
    case 'enrolled-already':
      return { form: withError(form, '', 'You have already set up an app. Sign in with its code'), status: 409 }
    case 'invitation-over':
      return {
        form: withError(form, '', 'This link no longer works. Ask the person who invited you for a new one'),
        status: 409,
      }
  }
}
