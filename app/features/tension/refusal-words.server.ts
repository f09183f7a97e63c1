import { notFound } from '../../access/require.server.ts'
import { hintsInWords } from '../../domain/text/personal-name-hint.ts'
import type { NoteRefusal } from './write-note.server.ts'

/**
 * A refusal in words, with its status and the field it belongs to.
 * @throws Response 404 for a note that there is not, or that is another agency’s
 */
export function refusalWords(refusal: NoteRefusal | { kind: 'not-found' } | { kind: 'already-done' }) {
  switch (refusal.kind) {
    case 'not-found':
    case 'not-allowed':
      throw notFound()
    case 'expiry-not-allowed':
      return { status: 422, field: 'expiresOn', message: 'Choose a day after today, at most six months from now' }
    case 'looks-personal':
      return { status: 422, field: 'note', message: hintsInWords(refusal.hints) }
    case 'already-done':
      return {
        status: 409,
        field: '',
        message: 'You have already sent this form, with different answers. Open the page again',
      }
  }
}
