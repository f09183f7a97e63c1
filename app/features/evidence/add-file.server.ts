import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import { FILE_KINDS } from '../../domain/files/stored-file.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { type Result, refused } from '../../domain/result.ts'
import { storeFile } from '../../files/store-file.server.ts'
import { partialDayField } from '../../forms/date-fields.server.ts'
import { choiceOf, neededText, neededUpload, typedText } from '../../forms/form-fields.server.ts'

export const addFileInput = z.object({
  upload: neededUpload('Choose a file'),
  kind: choiceOf(FILE_KINDS, 'Choose what kind of file it is'),
  shows: neededText(300, 'Write what it shows'),
  takenOn: partialDayField('happened'),
  takenWhere: typedText(200),
})

export type AddFileInput = z.output<typeof addFileInput> & { caseId: string }

export type AddFileRefusal = { kind: 'not-found' }

/** Keeps a file for a case. No one can open it before the virus scanner has checked it (decision 0036). */
export function addFile(
  asking: Asking,
  input: AddFileInput,
): Promise<Result<{ fileId: string }, AddFileRefusal | AlreadyDone>> {
  return writeOnce(asking, 'add-file', input, (tx) => addIn(tx, asking, input))
}

async function addIn(tx: Tx, asking: Asking, input: AddFileInput) {
  const held = await lockCaseToChange(tx, asking.actor, input.caseId)
  return held ? storeFile(tx, asking, input) : refused({ kind: 'not-found' })
}
