import { createHash } from 'node:crypto'
import { environment } from './environment.server.ts'
import { keyedHash } from './keyed-hash.server.ts'

/**
 * The secret of an invitation. It follows from the invitation's id and ACCORD_SECRET, so that the mail that is sent later
 * can say the link although the database keeps only a hash.
 */
function invitationToken(invitationId: string): string {
  return keyedHash('invitation', invitationId)
}

/** What the database keeps of a token. */
export function invitationTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The hash and the address of a new invitation. */
export function invitationSecrets(invitationId: string): { tokenHash: string; link: string } {
  const token = invitationToken(invitationId)
  return { tokenHash: invitationTokenHash(token), link: `${environment().origin}/invitation/${token}` }
}
