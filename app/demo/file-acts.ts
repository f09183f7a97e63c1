import type { FileKind } from '../domain/files/stored-file.ts'
import { londonDayOf } from '../domain/time/calendar-day.ts'
import { addFile } from '../features/evidence/add-file.server.ts'
import { openStoredFile } from '../features/evidence/open-stored-file.server.ts'
import { receiveFileBytes } from '../files/arrived-file.server.ts'
import { type Ask, valueOrThrow } from './ask.ts'
import type { StoryPerson } from './people.ts'
import type { StoryCase } from './story-types.ts'

interface StoryFile {
  name: string
  bytes: Uint8Array
  kind: FileKind
  shows: string
  takenWhere?: string
}

/** What people do with photos and files of a case. */
export function fileActs(ask: Ask) {
  return {
    addFile: async (file: StoryCase, { name, bytes, kind, shows, takenWhere = '' }: StoryFile) => {
      const asking = ask(file.worker)
      const upload = await receiveFileBytes(name, bytes)
      const about = { kind, shows, takenWhere, takenOn: londonDayOf(asking.now) }
      const { fileId } = valueOrThrow(await addFile(asking, { caseId: file.caseId, upload, ...about }))
      await upload.discard()
      return fileId
    },
    lookAtPicture: async (by: StoryPerson, { caseId }: StoryCase, fileId: string) => {
      await openStoredFile(ask(by), { caseId, fileId, part: 'picture' })
    },
  }
}
