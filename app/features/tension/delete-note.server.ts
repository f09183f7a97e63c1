import { and, eq } from 'drizzle-orm'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { tensionNote } from '../../../db/schema/hotspot.ts'
import { ifMay } from '../../access/ability.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

/** Deletes a note of the actor's own agency for good. */
export function deleteNote(
  asking: Asking,
  input: { noteId: string },
): Promise<Result<null, { kind: 'not-found' } | AlreadyDone>> {
  const { noteId } = input
  return writeOnce<null, { kind: 'not-found' }>(asking, 'delete-tension-note', input, async (tx) => {
    const one = and(eq(tensionNote.agencyId, asking.actor.agencyId), eq(tensionNote.noteId, noteId))
    const [note] = await tx.select().from(tensionNote).where(one)
    if (!ifMay(asking.actor, 'delete', 'tensionNote', note)) return refused({ kind: 'not-found' })
    const gone = await tx.delete(tensionNote).where(one).returning({ noteId: tensionNote.noteId })
    // Someone else deleted it since it was read.
    if (gone.length === 0) return refused({ kind: 'not-found' })
    await recordEvent(tx, asking, { kind: 'tension-removed', data: { noteId }, subjectId: noteId })
    return done(null)
  })
}
