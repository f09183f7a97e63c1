import { createHash } from 'node:crypto'
import { environment } from './environment.server.ts'
import { keyedHash } from './keyed-hash.server.ts'

/** What the database keeps of the secret of a calendar's address. */
export function calendarTokenHash(token: string): string {
  return createHash('sha256').update(`calendar ${token}`).digest('hex')
}

/** Whether text has the form of such a secret: anything else is not looked for. */
export function isCalendarToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}

/** The hash and the address of a new calendar; `key` is the form's, which is new for each. */
export function calendarSecrets(
  { agencyId, staffId }: { agencyId: string; staffId: string },
  key: string,
): { tokenHash: string; address: string } {
  const token = keyedHash('calendar', `${agencyId}\n${staffId}\n${key}`)
  return { tokenHash: calendarTokenHash(token), address: `${environment().origin}/calendar/${token}.ics` }
}
