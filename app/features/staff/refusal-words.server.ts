import type { AlreadyDone } from '../../../db/once.ts'
import { sayWait } from '../../access/rate-limit.server.ts'
import type { RefusalTable } from '../../forms/refusal-table.server.ts'
import type { InviteStaffRefusal } from './invite-staff.server.ts'
import type { PersonRefusal } from './lock-person.server.ts'
import type { NewLinkRefusal } from './send-new-link.server.ts'

export const STAFF_REFUSALS: RefusalTable<InviteStaffRefusal | PersonRefusal | NewLinkRefusal | AlreadyDone> = {
  'not-allowed': { status: 403, message: 'You cannot change this. Ask the portal’s administrator' },
  'no-such-agency': { field: 'agencyId', message: 'Choose an agency' },
  'known-already': {
    field: 'email',
    message: 'Someone in this agency already has this address. Look for them under People',
  },
  'has-left': { message: 'This person has left. Bring them back first' },
  wait: ({ seconds }) => ({
    status: 429,
    message: `Too many invitations were sent in a short time. Wait ${sayWait(seconds)}`,
  }),
  'already-done': { message: 'You have already sent this form, with different answers. Open the page again' },
}
