import { UNSAFE_CONTACT_REASONS, type UnsafeContactRefusal, unsafeAnswersInWords } from '../domain/unsafe-contact.ts'
import { optionalChoiceOf, tickedBox } from './form-fields.server.ts'
import { type FormState, withError } from './form-state.ts'

/** Of every form that records an act with the client. */
export const unsafeContactShape = {
  unsafeReason: optionalChoiceOf(UNSAFE_CONTACT_REASONS),
  unsafeConfirmed: tickedBox(),
}

/** The form again, with the question that `UnsafeContactQuestion` shows. */
export function askAboutUnsafeContact(form: FormState, { answers, missing }: UnsafeContactRefusal): FormState {
  const messages = {
    unsafeConfirmed: `The client’s answers say: ${unsafeAnswersInWords(answers)} Confirm that this happened, or change what you entered`,
    unsafeReason: 'Choose why this happened',
  }
  return missing.reduce((asked, field) => withError(asked, field, messages[field]), form)
}
