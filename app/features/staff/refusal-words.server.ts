import { sayWait } from '../../access/rate-limit.server.ts'
import { notFound } from '../../access/require.server.ts'

type Refusal =
  | { kind: 'not-found' }
  | { kind: 'not-allowed' }
  | { kind: 'no-such-agency' }
  | { kind: 'known-already' }
  | { kind: 'has-left' }
  | { kind: 'wait'; seconds: number }
  | { kind: 'already-done' }

interface Words {
  status: number
  field: string
  message: string
}

/**
 * A refusal in words, with its status and the field it belongs to.
 * @throws Response 404 for somebody who is not there for the person asking
 */
export function refusalWords(refusal: Refusal): Words {
  switch (refusal.kind) {
    case 'not-found':
      throw notFound()
    case 'not-allowed':
      return { status: 403, field: '', message: 'You cannot change this. Ask the portal’s administrator' }
    case 'no-such-agency':
      return { status: 422, field: 'agencyId', message: 'Choose an agency' }
    case 'known-already':
      return {
        status: 409,
        field: 'email',
        message: 'Someone in this agency already has this address. Look for them under People',
      }
    case 'has-left':
      return { status: 409, field: '', message: 'This person has left. Take them back first' }
    case 'wait':
      return {
        status: 429,
        field: '',
        message: `Too many invitations were sent in a short time. Wait ${sayWait(refusal.seconds)}`,
      }
    case 'already-done':
      return {
        status: 409,
        field: '',
        message: 'You have already sent this form, with different answers. Open the page again',
      }
  }
}
