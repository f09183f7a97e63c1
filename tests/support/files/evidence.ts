import type { FileKind } from '../../../app/domain/files/stored-file.ts'
import { addFile } from '../../../app/features/evidence/add-file.server.ts'
import { receiveFileBytes } from '../../../app/files/arrived-file.server.ts'
import { allowed } from '../cases.ts'
import { asking, MONDAY_MORNING, type Person } from '../world.ts'
import { photo } from './pictures.ts'

interface Given {
  bytes?: Uint8Array
  name?: string
  kind?: FileKind
  shows?: string
  now?: Date
}

/** A file that somebody adds to a case: a photo of a door, if nothing else is said. */
export async function addedFile(by: Person, caseId: string, given: Given = {}): Promise<{ fileId: string }> {
  const { name = 'door.jpg', kind = 'photo', shows = 'Graffiti on the door', now = MONDAY_MORNING } = given
  const upload = await receiveFileBytes(name, given.bytes ?? (await photo()))
  const input = { caseId, upload, kind, shows, takenOn: null, takenWhere: '' }
  const added = allowed(await addFile(asking(by, now), input))
  await upload.discard()
  return added
}
