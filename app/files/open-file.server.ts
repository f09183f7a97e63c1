import { createHash } from 'node:crypto'
import type { FilePart } from '../domain/files/stored-file.ts'
import { fileStorage } from './file-storage.server.ts'
import { openSegments, TamperedFile } from './sealed-segments.server.ts'

/** What names the bytes of a stored file. */
export interface KeptBytes {
  agencyId: string
  clientId: string
  fileId: string
  storedAs: string
  pictureAs: string | null
  sha256: string
}

/** The bytes of one part, segment by segment. @throws TamperedFile where they are not those that were stored */
export async function* bytesOf(key: Buffer, kept: KeptBytes, part: FilePart): AsyncGenerator<Buffer> {
  const { agencyId, clientId, fileId, storedAs, pictureAs } = kept
  const name = part === 'original' ? storedAs : pictureAs
  if (!name) throw new TamperedFile('There is no such part.')
  const source = fileStorage().read({ drawer: agencyId, name })
  yield* openSegments(key, { agencyId, clientId, fileId, part }, source)
}

/** Reads a part to its end, to know before the first byte is given out that all of it is as it arrived. */
export async function isWhole(key: Buffer, kept: KeptBytes, part: FilePart): Promise<boolean> {
  const hash = createHash('sha256')
  try {
    for await (const piece of bytesOf(key, kept, part)) hash.update(piece)
  } catch (error) {
    if (error instanceof TamperedFile || (error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
  return part === 'picture' || hash.digest('hex') === kept.sha256
}
