import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { storedFile } from '../../../db/schema/file.ts'
import { ifMay } from '../../access/ability.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import { FILE_ERROR_REASONS } from '../../domain/files/stored-file.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { choiceOf } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { findFile } from './find-file.server.ts'

export const fileErrorInput = z.object({
  reason: choiceOf(FILE_ERROR_REASONS, 'Choose what is wrong with this file'),
})

export type FileErrorInput = z.output<typeof fileErrorInput> & { caseId: string; fileId: string }

export type FileErrorRefusal = { kind: 'not-found' } | { kind: 'already-marked' }

/** Marks a file as entered in error. It stays in the list, and nobody opens it any more. Nothing is deleted. */
export function markFileInError(
  asking: Asking,
  input: FileErrorInput,
): Promise<Result<null, FileErrorRefusal | AlreadyDone>> {
  return writeOnce(asking, 'mark-file-in-error', input, (tx) => markIn(tx, asking, input))
}

async function markIn(
  tx: Tx,
  asking: Asking,
  { caseId, fileId, reason }: FileErrorInput,
): Promise<Result<null, FileErrorRefusal>> {
  const { actor, now } = asking
  const held = await lockCaseToChange(tx, actor, caseId)
  const wrong = held && (await findFile(tx, actor, { caseId, fileId }))
  if (wrong?.errorAt) return refused({ kind: 'already-marked' })
  if (!wrong || !ifMay(actor, 'update', 'storedFile', wrong)) return refused({ kind: 'not-found' })
  await tx
    .update(storedFile)
    .set({ errorAt: now, errorReason: reason })
    .where(and(eq(storedFile.agencyId, actor.agencyId), eq(storedFile.fileId, fileId)))
  await recordEvent(tx, asking, {
    kind: 'file-entered-in-error',
    data: { fileId, reason },
    caseId,
    subjectId: fileId,
  })
  return done(null)
}
