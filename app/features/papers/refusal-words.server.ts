import type { AlreadyDone } from '../../../db/once.ts'
import { PAPER_FORMATS } from '../../domain/papers/paper-format.ts'
import type { RefusalTable } from '../../forms/refusal-table.server.ts'
import { askAboutUnsafeContact } from '../../forms/unsafe-contact-entries.server.ts'
import type { GivePaperRefusal } from './give-paper.server.ts'
import type { MakePaperRefusal } from './make-paper.server.ts'
import type { PaperErrorRefusal } from './mark-paper-in-error.server.ts'
import type { SupportPackRefusal } from './record-support-pack.server.ts'

type PaperRefusal = GivePaperRefusal | PaperErrorRefusal | SupportPackRefusal | AlreadyDone

export const PAPER_REFUSALS: RefusalTable<PaperRefusal> = {
  'against-safe-contact': askAboutUnsafeContact,
  'witness-name-missing': { field: 'recipientName', message: 'Enter the name of the witness' },
  'not-for-witnesses': { field: 'recipient', message: 'Only the client may have this paper' },
  'way-not-possible': { field: 'way', message: 'Choose another way. This one is not possible for this paper' },
  'held-without-asking': {
    field: 'notAtHome',
    message: 'A paper can be held only if the client asked not to receive papers at home',
  },
  'asked-not-at-home': { field: 'way', message: 'The client asked not to receive papers at home. Choose another way' },
  'other-format-needed': ({ formats }) => ({
    field: 'format',
    message: `The client needs ${formats.map((format) => PAPER_FORMATS[format].inSentence).join(' or ')}. Choose it, or say that the client asked for this format`,
  }),
  'say-how-translated': ({ language }) => ({
    field: 'translatedBy',
    message: `The client’s language is ${language}. Choose how they understood the paper`,
  }),
  'given-in-the-future': { field: 'givenAt', message: 'The time must be now or earlier' },
  'given-before-made': { field: 'givenAt', message: 'This is before the paper was made. Check the day and the time' },
  'given-before-agreed': {
    field: 'givenAt',
    message: 'This is before the plan was agreed. Check the day and the time',
  },
  'plan-not-agreed': { message: 'The action plan is not agreed yet' },
  'not-made': { field: 'format', message: 'Make and download the paper in this format first' },
  'nothing-answered': { field: 'diary', message: 'Choose given or declined for at least one thing' },
  'unknown-recipient': { field: 'recipient', message: 'Choose who you offered the pack to' },
  'already-in-error': { message: 'This paper is already marked as entered in error' },
  'already-done': {
    message:
      'You have already sent this form, with different answers. Open the papers of the case to see what was saved',
  },
}

/** Why a paper could not be made, for the page of papers. */
export const NOT_MADE_WORDS: Readonly<Record<MakePaperRefusal['kind'], string>> = {
  'not-found': '',
  'contact-not-possible': 'The client cannot be contacted, so there is no letter.',
  'no-plan': 'There is no action plan yet.',
  'plan-not-agreed': 'The action plan is not agreed yet.',
  'no-such-format': 'This paper does not exist in this format.',
  'braille-not-installed': 'This portal cannot make Braille. Order a transcription instead.',
  unprintable: 'The fonts of the portal lack some letters of this plan, so it cannot be printed.',
}
