import { systemOf } from '../../../app/domain/partnership/actor.ts'
import { addFile } from '../../../app/features/evidence/add-file.server.ts'
import { markFileInError } from '../../../app/features/evidence/mark-file-in-error.server.ts'
import { scanFiles } from '../../../app/features/evidence/scan-files.server.ts'
import { receiveFileBytes } from '../../../app/files/arrived-file.server.ts'
import { reportedCase } from '../../support/cases.ts'
import { addedFile } from '../../support/files/evidence.ts'
import type { Partners } from '../../support/referrals.ts'
import type { World } from '../../support/world.ts'
import { type Doors, door } from './door.ts'

const SEES_NOTHING = { scan: async () => 'clean' as const }

/** Photos and files kept for a case, and the worker that has them checked. */
export function evidenceDoors({ admin }: World, { sender, worker }: Partners): Doors {
  const portal = { actor: systemOf(sender.agencyId), name: 'The worker process', email: '' }
  return {
    'evidence/add-file': door('storedFile', 'insert', worker, async () => {
      const { caseId } = await reportedCase(worker)
      const upload = await receiveFileBytes('letter.pdf', Buffer.from('%PDF-1.7'))
      const file = { upload, kind: 'letter', shows: 'A letter', takenOn: null, takenWhere: '' } as const
      return (form) => addFile(form, { ...file, caseId })
    }),
    'evidence/mark-file-in-error': door('storedFile', 'update', worker, async () => {
      const { caseId } = await reportedCase(worker)
      const { fileId } = await addedFile(worker, caseId)
      return (form) => markFileInError(form, { caseId, fileId, reason: 'twice' })
    }),
    'evidence/scan-files': door('storedFile', 'update', portal, async () => {
      const { caseId } = await reportedCase(worker)
      const { fileId } = await addedFile(worker, caseId)
      return async (form) => {
        await scanFiles(form, SEES_NOTHING)
        const [row] = await admin`select scan from stored_file where file_id = ${fileId}`
        return row?.scan === 'clean' ? { ok: true } : null
      }
    }),
  }
}
