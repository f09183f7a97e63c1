import { asActor } from '../../../db/as-actor.ts'
import { type FilePart, openableParts } from '../../domain/files/stored-file.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { findFileKey } from '../../files/file-key.server.ts'
import { endingOf } from '../../files/media-type.server.ts'
import { bytesOf, isWhole, type KeptBytes } from '../../files/open-file.server.ts'
import { scannerSetting } from '../../files/virus-scanner.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { type FileAddress, findFile } from './find-file.server.ts'

export interface OpenedFile {
  bytes: AsyncIterable<Buffer>
  /** Made by the portal: what the device called the file is in no header. */
  filename: string
  part: FilePart
}

/**
 * Opens one part of a file for the person who asks; the log says so each time, before the first byte leaves. Null for
 * what may not be opened, which looks like what does not exist. `damaged`: the bytes are not those that were stored.
 */
export async function openStoredFile(
  reading: Reading,
  address: FileAddress & { part: FilePart },
): Promise<OpenedFile | 'damaged' | null> {
  const { caseId, fileId, part } = address
  const found = await findOpenable(reading, address)
  if (!found) return null
  const { key, kept, mediaType } = found
  if (!(await isWhole(key, kept, part))) return 'damaged'
  await asActor(reading.actor, (tx) =>
    recordEvent(tx, reading, { kind: 'file-opened', data: { fileId, part }, caseId, subjectId: fileId }),
  )
  const ending = part === 'picture' ? 'jpg' : endingOf(mediaType)
  return { bytes: bytesOf(key, kept, part), filename: `file-${fileId.slice(0, 8)}.${ending}`, part }
}

function findOpenable({ actor }: Reading, address: FileAddress & { part: FilePart }) {
  return asActor(actor, async (tx): Promise<{ key: Buffer; kept: KeptBytes; mediaType: string } | null> => {
    const row = await findFile(tx, actor, address)
    if (!row) return null
    const parts = openableParts({ ...row, hasPicture: row.pictureAs !== null }, scannerSetting())
    const key = parts.includes(address.part) ? await findFileKey(tx, actor, row.clientId) : undefined
    return key ? { key, kept: row, mediaType: row.mediaType } : null
  })
}
