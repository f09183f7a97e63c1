import type { AlreadyDone } from '../../../db/once.ts'
import { hintsInWords } from '../../domain/text/personal-name-hint.ts'
import type { RefusalTable } from '../../forms/refusal-table.server.ts'
import type { NoteRefusal } from './write-note.server.ts'

export const TENSION_REFUSALS: RefusalTable<NoteRefusal | AlreadyDone> = {
  'not-allowed': 'not-found',
  'expiry-not-allowed': { field: 'expiresOn', message: 'Choose a day after today, at most six months from now' },
  'looks-personal': ({ hints }) => ({
    errors: [{ field: 'note', message: hintsInWords(hints) }],
    // An empty answer shows the question to the writer.
    values: { nobodyNamed: '' },
  }),
  'already-done': { message: 'You have already sent this form, with different answers. Open the page again' },
}
