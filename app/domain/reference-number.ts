/** Said over the phone and written by hand: nothing that looks or sounds like another, and no vowels to make words. */
const SAYABLE = '34679CDFGHJKMNPQRTVWXY'
const CASE_LENGTH = 4
const REFERRAL_LENGTH = 6

/** 'HB-4F7K': an agency's initials and a number made from random bytes (8 or more), so that it tells nothing. */
export function caseReference(initials: string, random: Uint8Array): string {
  return `${initials.toUpperCase()}-${spelled(random, CASE_LENGTH)}`
}

/** 'R-4F7K9M', from 8 random bytes or more. The pair (agency, reference) is unique; on a clash, make another. */
export function referralReference(random: Uint8Array): string {
  return `R-${spelled(random, REFERRAL_LENGTH)}`
}

function spelled(random: Uint8Array, length: number): string {
  if (random.length < 8) throw new RangeError('a reference needs at least 8 random bytes')
  let number = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  let text = ''
  for (let place = 0; place < length; place += 1) {
    text += SAYABLE.charAt(Number(number % BigInt(SAYABLE.length)))
    number /= BigInt(SAYABLE.length)
  }
  return text
}

/** A reference as somebody types it ('hb 4f7k', 'HB4F7K') in the form it is stored; null when it is none. */
export function readReference(typed: string): string | null {
  const parted = /^([A-Z]{1,4})[^A-Z0-9]+([A-Z0-9]+)$/.exec(typed.trim().toUpperCase())
  if (parted && [REFERRAL_LENGTH, CASE_LENGTH].includes(parted[2]?.length ?? 0)) return sayable(parted[1], parted[2])
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  for (const length of [REFERRAL_LENGTH, CASE_LENGTH]) {
    const prefix = plain.slice(0, -length)
    const rest = plain.slice(-length)
    if ((length === REFERRAL_LENGTH) !== (prefix === 'R')) continue
    if (/^[A-Z]{1,4}$/.test(prefix) && [...rest].every((char) => SAYABLE.includes(char))) return `${prefix}-${rest}`
  }
  return null
}

function sayable(prefix = '', rest = ''): string | null {
  return [...rest].every((char) => SAYABLE.includes(char)) ? `${prefix}-${rest}` : null
}
