import { randomInt } from 'node:crypto'
import { keyedHash } from './keyed-hash.server.ts'

const HOW_MANY = 10
const LENGTH = 10
/** Letters and digits that cannot be confused with each other on paper. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** Ten codes of 49 bits, written 'ABCDE-FGHJK'. Each can be used once for signing in without the phone. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: HOW_MANY }, () => {
    const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
    return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`
  })
}

/** The database stores only this hash. Case, spaces and dashes in what the person typed make no difference. */
export function recoveryCodeHash(staffId: string, typed: string): string {
  return keyedHash('recovery code', `${staffId}|${typed.toUpperCase().replace(/[^A-Z0-9]/g, '')}`)
}
