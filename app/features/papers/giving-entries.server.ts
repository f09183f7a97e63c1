import { PAPER_FORMATS, PAPER_LANGUAGES, TRANSLATED_BY } from '../../domain/papers/paper-format.ts'
import { PAPER_WAYS } from '../../domain/papers/paper-way.ts'
import { typedInstantField } from '../../forms/date-fields.server.ts'
import { choiceOf, optionalChoiceOf, tickedBox } from '../../forms/form-fields.server.ts'
import { unsafeContactEntries } from '../../forms/unsafe-contact-entries.server.ts'

/** The fields of every form that records a paper as given. */
export const givingEntries = {
  way: choiceOf(PAPER_WAYS, 'Choose how it was given'),
  format: choiceOf(PAPER_FORMATS, 'Choose the format'),
  language: choiceOf(PAPER_LANGUAGES, 'Choose the language'),
  translatedBy: optionalChoiceOf(TRANSLATED_BY),
  askedForFormat: tickedBox(),
  notAtHome: tickedBox(),
  givenAt: typedInstantField('recorded'),
  ...unsafeContactEntries,
}
