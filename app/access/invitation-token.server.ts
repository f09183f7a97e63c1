import { createHash } from 'node:crypto'
import { environment } from './environment.server.ts'
import { keyedHash } from './keyed-hash.server.ts'

/** Calculated from id and ACCORD_SECRET: the later mail needs it, and the database has only a hash. */
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
