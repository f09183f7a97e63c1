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
        message: 'An agency of this kind cannot receive referrals for all of these',
      }
    case 'name-taken':
      return { status: 409, field: 'name', message: 'An agency of this name is in the partnership already' }
    case 'initials-taken':
      return { status: 409, field: 'initials', message: 'Another agency has these initials. Choose others' }
    case 'already-done':
      return { status: 409, field: '', message: 'This form was sent before with other answers. Open the page again' }
  }
}
