import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { caseFile } from '../../db/schema/case-file.ts'
import { storedFile } from '../../db/schema/file.ts'
import { ifMay, mayInsert } from '../access/ability.ts'
import type { FileKind, FilePart } from '../domain/files/stored-file.ts'
import type { Reading } from '../domain/partnership/actor.ts'
import { done, type Result, refused } from '../domain/result.ts'
import type { PartialDay } from '../domain/time/partial-day.ts'
import { recordEvent } from '../timeline/record-event.server.ts'
import type { ArrivedFile } from './arrived-file.server.ts'
import { holdFileKey } from './file-key.server.ts'
import { fileStorage } from './file-storage.server.ts'
import { sealSegments } from './sealed-segments.server.ts'

export interface FileToStore {
  caseId: string
  upload: ArrivedFile
  kind: FileKind
  /** What it shows, or '': in the words of who adds it. */
  shows?: string
  takenOn?: PartialDay | null
  takenWhere?: string
}

/**
 * Keeps a file that arrived with a form for a case: sealed with the client's key, and closed until it is checked. The
 * caller holds the lock on the case. If the transaction is rolled back, no row leads to the bytes, and they are swept.
 */
export async function storeFile(
  tx: Tx,
  asking: Reading,
  { caseId, upload, kind, shows = '', takenOn = null, takenWhere = '' }: FileToStore,
): Promise<Result<{ fileId: string }, { kind: 'not-found' }>> {
  const { actor, now } = asking
  const { agencyId } = actor
  const [found] = await tx
    .select()
    .from(caseFile)
    .where(and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId)))
  const owned = ifMay(actor, 'update', 'caseFile', found)
  if (!owned) return refused({ kind: 'not-found' })
  const { clientId } = owned
  const { picture, ...facts } = upload.facts
  const row = {
    ...{ agencyId, caseId, clientId, fileId: randomUUID(), kind, shows, takenOn, takenWhere, ...facts },
    ...{ storedAs: randomUUID(), pictureAs: picture ? randomUUID() : null },
    ...{ scan: 'waiting' as const, scannedAt: null, errorAt: null, addedBy: actor.staffId, addedAt: now },
  }
  const key = mayInsert(actor, 'storedFile', row) ? await holdFileKey(tx, asking, clientId) : undefined
  if (!key) return refused({ kind: 'not-found' })
  const { fileId, storedAs, pictureAs } = row
  const keep = (part: FilePart, name: string, source: AsyncIterable<Uint8Array>) =>
    fileStorage().write({ drawer: agencyId, name }, sealSegments(key, { agencyId, clientId, fileId, part }, source))
  await keep('original', storedAs, upload.bytes())
  if (picture && pictureAs) await keep('picture', pictureAs, oneOf(picture))
  await tx.insert(storedFile).values(row)
  const data = { fileId, fileKind: kind, sha256: facts.sha256 }
  await recordEvent(tx, asking, { kind: 'file-added', caseId, subjectId: fileId, data })
  return done({ fileId })
}

async function* oneOf(bytes: Uint8Array) {
  yield bytes
}
