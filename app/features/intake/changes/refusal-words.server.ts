import type { AlreadyDone } from '../../../../db/once.ts'
import type { RefusalTable } from '../../../forms/refusal-table.server.ts'
import type { SeriousnessRefusal } from './change-seriousness.server.ts'

export const SERIOUSNESS_REFUSALS: RefusalTable<SeriousnessRefusal | AlreadyDone> = {
  'nothing-changes': { status: 409, field: 'reason', message: 'The case is already marked like this' },
  'reason-missing': { field: 'reason', message: 'Choose a reason' },
  'not-a-manager': {
    status: 403,
    field: 'reason',
    message: 'Only a manager can remove the mark. Ask your manager',
  },
  'already-done': {
    status: 409,
    field: 'reason',
    message: 'You have already sent this form, with different answers. Open the case to see what was saved',
  },
}
