import type { AlreadyDone } from '../../../db/once.ts'
import type { RefusalTable } from '../../forms/refusal-table.server.ts'
import type { AddFileRefusal } from './add-file.server.ts'
import type { FileErrorRefusal } from './mark-file-in-error.server.ts'

export const FILE_REFUSALS: RefusalTable<AddFileRefusal | FileErrorRefusal | AlreadyDone> = {
  'already-marked': { message: 'This file is already marked as entered in error' },
  'already-done': {
    message:
      'You have already sent this form, with different answers. Open the files of the case to see what was saved',
  },
}
