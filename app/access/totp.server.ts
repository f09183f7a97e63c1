import { Secret, TOTP } from 'otpauth'

const STEP_SECONDS = 30
/** A phone's clock may be 30 seconds fast or slow. */
const STEPS_OFF = 1
const SECRET_BYTES = 20

/** A new secret for an authenticator app: 160 bits in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

/** The content of the QR code: the secret, and the name that the app lists it under. */
export function totpUri(secret: string, email: string): string {
  return totpOf(secret, email).toString()
}

/**
 * The number of the 30-second time step, counted from 1970, that this code belongs to; null for a wrong code. The
 * caller must refuse a step that was used before.
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
