import type { AlreadyDone } from '../../../../db/once.ts'
import type { RefusalTable } from '../../../forms/refusal-table.server.ts'
import type { ProtectPlaceRefusal } from './protect-place.server.ts'

export const PLACE_REFUSALS: RefusalTable<ProtectPlaceRefusal | AlreadyDone> = {
  'not-allowed': 'not-found',
  nowhere: { field: 'ward', message: 'Choose the ward, enter a postcode, or choose a point on the map' },
  'postcode-unknown': {
    field: 'postcode',
    message: 'This postcode is not in the partnership’s area. Check it, or leave it empty and choose the ward',
  },
  'already-done': { message: 'You have already sent this form, with different answers. Look at the list of places' },
}
