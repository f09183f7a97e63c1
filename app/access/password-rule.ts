export const SHORTEST_PASSWORD = 12
const LONGEST_PASSWORD = 200
const FEWEST_CHARACTERS = 5

/** Common beginnings of passwords. They are too well known to protect an account, even in a long password. */
const WELL_KNOWN = [
  'password',
  'passw0rd',
  'qwerty',
  'letmein',
  'welcome',
  'iloveyou',
  'admin',
  'changeme',
  'liverpool',
  'everton',
  'accord',
]

/**
 * Why a new password is not accepted, in words that say what to do, or null. It must be long rather than full of
 * symbols, and must not contain the person's name or e-mail address.
 */
export function passwordFault(password: string, person: { name: string; email: string }): string | null {
  if ([...password].length < SHORTEST_PASSWORD)
    return `Use at least ${SHORTEST_PASSWORD} characters: three or four unrelated words are easy to remember`
  if (password.length > LONGEST_PASSWORD) return `Use at most ${LONGEST_PASSWORD} characters`
  const lower = password.toLowerCase()
  if (new Set(lower).size < FEWEST_CHARACTERS || isRun(lower))
    return 'Use more different characters: this password repeats or follows a sequence'
  const known = WELL_KNOWN.find((word) => lower.includes(word) && lower.length - word.length < SHORTEST_PASSWORD - 4)
  if (known) return 'Choose a different password: this one is easy to guess'
  if (wordsOf(person).some((word) => lower.includes(word)))
    return 'Leave your name and e-mail address out of the password'
  return null
}

function wordsOf({ name, email }: { name: string; email: string }): string[] {
  const [mailbox = ''] = email.toLowerCase().split('@')
  return [...name.toLowerCase().split(/\s+/), mailbox].filter((word) => word.length >= 4)
}

function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((letter, at) => letter.charCodeAt(0) - text.charCodeAt(at))
  return steps.every((step) => step === steps[0])
}
