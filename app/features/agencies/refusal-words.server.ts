import { notFound } from '../../access/require.server.ts'
import type { AddAgencyRefusal } from './add-agency.server.ts'
import type { ChangeAgencyRefusal } from './change-agency.server.ts'

interface Words {
  status: number
  field: string
  message: string
}

/**
 * A refusal in words, with its status and the field it belongs to.
 * @throws Response 404 for an agency that does not exist
 */
export function refusalWords(refusal: AddAgencyRefusal | ChangeAgencyRefusal | { kind: 'already-done' }): Words {
  switch (refusal.kind) {
    case 'not-found':
      throw notFound()
    case 'not-allowed':
      return { status: 403, field: '', message: 'Only its manager or the portal’s administrator may change this' }
    case 'not-of-this-kind':
      return {
        status: 422,
        field: 'purposes',
        message: 'Choose fewer purposes: this kind of agency cannot receive referrals for all of these',
      }
    case 'name-taken':
      return { status: 409, field: 'name', message: 'There is already an agency with this name' }
    case 'initials-taken':
      return { status: 409, field: 'initials', message: 'Another agency uses these initials. Choose different ones' }
    case 'already-done':
      return {
        status: 409,
        field: '',
        message: 'You have already sent this form, with different answers. Open the page again',
      }
  }
}
