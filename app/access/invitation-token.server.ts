import { createHash } from 'node:crypto'
import { environment } from './environment.server.ts'
import { keyedHash } from './keyed-hash.server.ts'

/**
 * The secret of an invitation, calculated from its id and ACCORD_SECRET: the mail with the link is written later, and
 * the database stores only a hash.
 */
function invitationToken(invitationId: string): string {
  return keyedHash('invitation', invitationId)
}

/** The database stores only this hash of the token. */
export function invitationTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The hash and the address of a new invitation. */
export function invitationSecrets(invitationId: string): { tokenHash: string; link: string } {
  const token = invitationToken(invitationId)
  return { tokenHash: invitationTokenHash(token), link: `${environment().origin}/invitation/${token}` }
}
