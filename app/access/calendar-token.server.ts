import { createHash } from 'node:crypto'
import { environment } from './environment.server.ts'
import { keyedHash } from './keyed-hash.server.ts'

/** The database stores only this hash of the secret in a calendar's address. */
export function calendarTokenHash(token: string): string {
  return createHash('sha256').update(`calendar ${token}`).digest('hex')
}

/** Whether text looks like a calendar secret. Other text is not looked up. */
export function isCalendarToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}

/** The hash to store and the address of a new calendar. `key` is the form's idempotency key. */
export function calendarSecrets(
  { agencyId, staffId }: { agencyId: string; staffId: string },
  key: string,
): { tokenHash: string; address: string } {
  const token = keyedHash('calendar', `${agencyId}\n${staffId}\n${key}`)
  return { tokenHash: calendarTokenHash(token), address: `${environment().origin}/calendar/${token}.ics` }
}
