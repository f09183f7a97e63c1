import { randomBytes } from 'node:crypto'
import { environment } from './environment.server.ts'
import { keyedHash } from './keyed-hash.server.ts'

/** A computer in an office has several users; the one who has not been there for longest is forgotten first. */
const MOST_PEOPLE = 6
const KEPT_SECONDS = 180 * 86_400

/**
 * A browser in which this person has signed in before. It has tries of its own, so that whoever tries passwords from
 * elsewhere locks nobody out of their own desk. It is no factor: password and code are asked all the same.
 */
export interface KnownDevice {
  deviceId: string
}

/** The device cookie holds `<device>.<proof>` for each person; neither says who that is. */
export function findKnownDevice(cookieHeader: string | null, emailKey: string): KnownDevice | null {
  for (const mark of marksOf(cookieHeader)) {
    const [deviceId, proof] = mark.split('.')
    if (deviceId && proof === proofOf(deviceId, emailKey)) return { deviceId }
  }
  return null
}

/** The cookie with this person on top. */
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
  // Each costs a keyed hash to check, and the sender of the cookie chooses how many it holds.
  return cookie ? cookie.slice(start.length).split('~', MOST_PEOPLE).filter(Boolean) : []
}

function proofOf(deviceId: string, emailKey: string): string {
  return keyedHash('known device', `${deviceId}|${emailKey}`)
}
