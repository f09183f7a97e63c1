import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { environment } from './environment.server.ts'

/** Each purpose has its own key, so a value sealed for one purpose cannot be opened for another. */
type Purpose = 'second-factor' | 'enrolment' | 'kept-form' | 'search' | 'file-key'

const VERSION = 'v1'

/**
 * Encrypts text so that nobody can read or change it without ACCORD_SECRET (AES-256-GCM). `boundTo` names the owner and
 * is needed to open it, so a stolen value is useless in another person's row.
 * @returns 'v1.<iv>.<ciphertext>.<tag>', each part base64url
 */
export function seal(purpose: Purpose, text: string, boundTo: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(purpose), iv).setAAD(Buffer.from(boundTo))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [VERSION, ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.')
}

/** The sealed text. Null when it was changed, bound to another owner, or sealed with another secret. */
export function unseal(purpose: Purpose, sealed: string, boundTo: string): string | null {
  const [version, iv, text, tag] = sealed.split('.')
  if (version !== VERSION || !iv || text === undefined || !tag) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(purpose), Buffer.from(iv, 'base64url'), {
      authTagLength: 16,
    })
    decipher.setAAD(Buffer.from(boundTo)).setAuthTag(Buffer.from(tag, 'base64url'))
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

function keyOf(purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync('sha256', environment().secret, '', `accord ${purpose}`, 32))
}
