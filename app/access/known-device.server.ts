import { randomBytes } from 'node:crypto'
import { environment } from './environment.server.ts'
import { keyedHash } from './keyed-hash.server.ts'

/** Several people may share an office computer. The person who signed in longest ago is forgotten first. */
const MOST_PEOPLE = 6
const KEPT_SECONDS = 180 * 86_400

/**
 * A browser in which this person has signed in before. It has its own rate limit, so a stranger who guesses passwords
 * elsewhere cannot lock the person out here. It is not a factor: the person still enters password and code.
 */
export interface KnownDevice {
  deviceId: string
}

/** Finds this person's `<device>.<proof>` in the device cookie. It does not reveal the person. */
export function findKnownDevice(cookieHeader: string | null, emailKey: string): KnownDevice | null {
  for (const mark of marksOf(cookieHeader)) {
    const [deviceId, proof] = mark.split('.')
    if (deviceId && proof === proofOf(deviceId, emailKey)) return { deviceId }
  }
  return null
}

/** The device cookie with this person first. */
export function rememberDevice(cookieHeader: string | null, emailKey: string): string {
  const known = findKnownDevice(cookieHeader, emailKey)
  const deviceId = known?.deviceId ?? randomBytes(9).toString('base64url')
  const mark = `${deviceId}.${proofOf(deviceId, emailKey)}`
  const marks = [mark, ...marksOf(cookieHeader).filter((other) => other !== mark)].slice(0, MOST_PEOPLE)
  const secure = environment().origin.startsWith('https:') ? '; Secure' : ''
  return `${cookieName()}=${marks.join('~')}; Path=/; Max-Age=${KEPT_SECONDS}; HttpOnly; SameSite=Lax${secure}`
}

function cookieName(): string {
  return environment().origin.startsWith('https:') ? '__Host-accord-device' : 'accord-device'
}

function marksOf(cookieHeader: string | null): string[] {
  const start = `${cookieName()}=`
  const cookie = (cookieHeader ?? '').split(/;\s*/).find((part) => part.startsWith(start))
  // The sender chooses how many marks the cookie has, and checking each one costs a keyed hash.
  return cookie ? cookie.slice(start.length).split('~', MOST_PEOPLE).filter(Boolean) : []
}

function proofOf(deviceId: string, emailKey: string): string {
  return keyedHash('known device', `${deviceId}|${emailKey}`)
}
