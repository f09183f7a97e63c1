import type { AlreadyDone } from '../../../db/once.ts'
import type { RefusalTable } from '../../forms/refusal-table.server.ts'
import type { AddAgencyRefusal } from './add-agency.server.ts'
import type { ChangeAgencyRefusal } from './change-agency.server.ts'

export const AGENCY_REFUSALS: RefusalTable<AddAgencyRefusal | ChangeAgencyRefusal | AlreadyDone> = {
  'not-allowed': { status: 403, message: 'Only its manager or the portal’s administrator may change this' },
  'not-of-this-kind': {
    field: 'purposes',
    message: 'Choose fewer purposes: this kind of agency cannot receive referrals for all of these',
  },
  'name-taken': { field: 'name', message: 'There is already an agency with this name' },
  'initials-taken': { field: 'initials', message: 'Another agency uses these initials. Choose different ones' },
  'already-done': { message: 'You have already sent this form, with different answers. Open the page again' },
}
