import { randomInt } from 'node:crypto'
import { keyedHash } from './keyed-hash.server.ts'

const HOW_MANY = 10
const LENGTH = 10
/** Without the letters and digits that are mistaken for each other on paper. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** Ten codes of 49 bits, written 'ABCDE-FGHJK'. Each signs in once in place of the phone. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: HOW_MANY }, () => {
    const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
    return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`
  })
}

/** What the database keeps of a code; as typed, so without regard to case, spaces and dashes. */
export function recoveryCodeHash(staffId: string, typed: string): string {
  return keyedHash('recovery code', `${staffId}|${typed.toUpperCase().replace(/[^A-Z0-9]/g, '')}`)
}
