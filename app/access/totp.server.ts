import { Secret, TOTP } from 'otpauth'

const STEP_SECONDS = 30
/** A phone's clock may be half a minute off, either way. */
const STEPS_OFF = 1
const SECRET_BYTES = 20

/** A new secret, 160 bits in base32, as authenticator apps take it. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

/** What the QR code says: the secret, and under which name an app should list it. */
export function totpUri(secret: string, email: string): string {
  return totpOf(secret, email).toString()
}

/**
 * The time step whose code this is, or null. A step is counted from 1970 in half minutes; the caller refuses one that
 * was used before.
 * @param now the database's clock
 */
export function matchingStep(secret: string, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totpOf(secret, '').validate({ token, timestamp: now.getTime(), window: STEPS_OFF })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: 'Accord',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(secret),
  })
}
