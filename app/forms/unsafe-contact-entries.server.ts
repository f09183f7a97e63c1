import type { SafeContact } from '../domain/cases/safe-contact.ts'
import {
  type ContactAct,
  checkContactSafety,
  UNSAFE_CONTACT_REASONS,
  type UnsafeContactConfirmation,
  type UnsafeContactRefusal,
  unsafeAnswersInWords,
} from '../domain/cases/unsafe-contact.ts'
import { optionalChoiceOf, tickedBox } from './form-fields.server.ts'
import type { FieldError } from './form-state.ts'

/** Fields of every form that records a contact with the client. */
export const unsafeContactEntries = {
  unsafeReason: optionalChoiceOf(UNSAFE_CONTACT_REASONS),
  unsafeConfirmed: tickedBox(),
}

/** The messages of the refusal, for a feature's table. `UnsafeContactQuestion` then shows the question. */
export function askAboutUnsafeContact(refusal: UnsafeContactRefusal): { errors: FieldError[] } {
  return { errors: errorsOf(refusal) }
}

/** Errors for an unconfirmed contact against the client’s safe-contact answers. Empty for a safe one. */
export function unsafeContactErrors(
  safe: SafeContact,
  act: ContactAct,
  confirmation: UnsafeContactConfirmation,
): FieldError[] {
  const checked = checkContactSafety(safe, act, confirmation)
  return checked.ok ? [] : errorsOf(checked.refusal)
}

function errorsOf({ answers, missing }: UnsafeContactRefusal): FieldError[] {
  const messages = {
    unsafeConfirmed: `The client’s answers say: ${unsafeAnswersInWords(answers)} Confirm that this happened, or change what you entered`,
    unsafeReason: 'Choose why this happened',
  }
  return missing.map((field) => ({ field, message: messages[field] }))
}
