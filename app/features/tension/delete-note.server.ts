import { and, eq } from 'drizzle-orm'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { tensionNote } from '../../../db/schema/hotspot.ts'
import { permissionsOf } from '../../access/ability.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

/** Takes a note of one's own agency away for good. */
export function deleteNote(
  asking: Asking,
  input: { noteId: string },
): Promise<Result<null, { kind: 'not-found' } | AlreadyDone>> {
  const { noteId } = input
  return writeOnce<null, { kind: 'not-found' }>(asking, 'delete-tension-note', input, async (tx) => {
    const { actor } = asking
    if (!permissionsOf(actor).may('delete', 'tensionNote', { agencyId: actor.agencyId, writtenBy: null }))
      return refused({ kind: 'not-found' })
    const gone = await tx
      .delete(tensionNote)
      .where(and(eq(tensionNote.agencyId, actor.agencyId), eq(tensionNote.noteId, noteId)))
      .returning({ noteId: tensionNote.noteId })
    if (gone.length === 0) return refused({ kind: 'not-found' })
    await recordEvent(tx, asking, { kind: 'tension-removed', data: { noteId }, subjectId: noteId })
    return done(null)
  })
}
