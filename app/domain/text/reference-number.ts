/** Said over the phone and written by hand: no characters that are alike, and no vowels that could form words. */
const SAYABLE = '34679CDFGHJKMNPQRTVWXY'
const CASE_LENGTH = 4
const REFERRAL_LENGTH = 6

/** 'HB-4F7K': the agency's initials, and characters from at least 8 random bytes, which reveal nothing. */
export function caseReference(initials: string, random: Uint8Array): string {
  return `${initials.toUpperCase()}-${spelled(random, CASE_LENGTH)}`
}

/** 'R-4F7K9M', from at least 8 random bytes. Unique within an agency; on a clash, make another. */
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

const FEWEST_TYPED = 2
const SAYABLE_ONLY = new RegExp(`^[${SAYABLE}]+$`)

/**
 * The beginnings of stored references that typed text can mean: 'hb 4f' begins 'HB-4F7K', '4f7k' is 'HB-4F7K' if the
 * agency's initials are HB, 'kfvyrq' is 'R-KFVYRQ'. Empty if the text is not a reference.
 */
export function referenceBeginnings(typed: string, initials: string): string[] {
  const [, letters = '', rest = ''] = /^([A-Z]{1,4})[^A-Z0-9]+([A-Z0-9]+)$/.exec(typed.trim().toUpperCase()) ?? []
  if (letters) return referencesOf([[letters, rest]])
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const parted = [1, 2, 3, 4].map((length): [string, string] => [plain.slice(0, length), plain.slice(length)])
  const known = parted.filter(([start]) => start === 'R' || start === initials.toUpperCase())
  const whole: [string, string][] = [
    ...parted.filter(([start, number]) => number.length === lengthAfter(start) && /^[A-Z]+$/.test(start)),
    ...(plain.length === CASE_LENGTH ? [[initials.toUpperCase(), plain] as [string, string]] : []),
    ...(plain.length === REFERRAL_LENGTH ? [['R', plain] as [string, string]] : []),
  ]
  return referencesOf([...known, ...whole])
}

/** An agency may have the initials R. Its cases then begin like referrals, but are shorter. */
function lengthAfter(start: string): number {
  return start === 'R' ? REFERRAL_LENGTH : CASE_LENGTH
}

function referencesOf(parted: [start: string, number: string][]): string[] {
  const sound = parted.filter(
    ([start, number]) =>
      number.length >= FEWEST_TYPED && number.length <= lengthAfter(start) && SAYABLE_ONLY.test(number),
  )
  return [...new Set(sound.map(([start, number]) => `${start}-${number}`))]
}

/** The last reference with this beginning, in the database's sort order. */
export function lastReference(beginning: string): string {
  return beginning.padEnd(beginning.indexOf('-') + 1 + REFERRAL_LENGTH, 'Z')
}
