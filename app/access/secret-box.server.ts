import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { environment } from './environment.server.ts'

/** Each purpose has a key of its own, so that nothing sealed for one opens as another. */
type Purpose = 'second-factor' | 'enrolment' | 'kept-form' | 'search'

const VERSION = 'v1'

/**
 * Text nobody can read or change without ACCORD_SECRET (AES-256-GCM). `boundTo` names whose it is: under another name
 * it does not open, so a stolen value cannot be moved to another row.
 * @returns 'v1.<iv>.<ciphertext>.<tag>', each part base64url
 */
export function seal(purpose: Purpose, text: string, boundTo: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(purpose), iv).setAAD(Buffer.from(boundTo))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [VERSION, ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.')
}

/** What was sealed, or null: changed, bound to somebody else, or sealed under another secret. */
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
