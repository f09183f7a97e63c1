import { GIVEN_NAMES } from './given-names.ts'
import { NOT_A_PERSON, PLACE_OR_GROUP, STARTS_A_SENTENCE } from './no-person-words.ts'
import { WARDS } from './ward.ts'

/** Something in a text that looks as if it told who somebody is. */
export interface PersonalHint {
  kind: keyof typeof HINT_KINDS
  found: string
}

export const HINT_KINDS = {
  name: { label: 'the name of a person' },
  phone: { label: 'a telephone number' },
  email: { label: 'an e-mail address' },
  address: { label: 'the address of a home' },
} as const satisfies Record<string, { label: string }>

const EMAIL = /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/gi
const PHONE = /(?<![\d£.])(?:\+44|0)[\s().-]*\d(?:[\s().-]*\d){8,9}(?!\d)/g
const POSTCODE_OF_A_HOUSE =
  /\b(?:flat\s+)?\d{1,4}[a-z]?\b[,\s](?:[^.;\n]{0,60}[,\s])?[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi
const HOUSE_IN_A_STREET =
  /\b(?:[Ff]lat\s+)?\d{1,4}[A-Za-z]?,?\s+(?:[A-Z][\p{L}’'-]+\s+){1,3}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Close|Row|Grove|Drive|Terrace|Court|Way|Crescent|Place|Gardens|View|Mews)\b/gu

/**
 * What in a text looks personal. It asks, it does not forbid: a hint that is wrong costs one tick of a box, one that is
 * missing may cost somebody their safety. `agencies` are names that are known to be no person's.
 */
export function personalHints(text: string, agencies: readonly string[] = []): PersonalHint[] {
  const hints: PersonalHint[] = []
  let rest = text
  const take = (kind: PersonalHint['kind'], pattern: RegExp) => {
    for (const [found] of rest.matchAll(pattern)) hints.push({ kind, found: found.trim() })
    rest = rest.replaceAll(pattern, ' · ')
  }
  take('email', EMAIL)
  take('phone', PHONE)
  take('address', POSTCODE_OF_A_HOUSE)
  take('address', HOUSE_IN_A_STREET)
  return [...hints, ...namesIn(withoutKnown(rest, agencies)).map((found) => ({ kind: 'name' as const, found }))]
}

/** Agencies and wards are taken out first, the longest first: "Beacon Victim Care" is nobody. */
function withoutKnown(text: string, agencies: readonly string[]): string {
  const known = [...agencies, ...WARDS].filter(Boolean).sort((a, b) => b.length - a.length)
  return known.reduce((left, name) => left.replaceAll(name, ' · '), text)
}

interface Word {
  text: string
  /** Small letters, without what a genitive adds. */
  plain: string
  capital: boolean
  startsSentence: boolean
  title: boolean
}

const TITLES = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'cllr',
  'councillor',
  'imam',
  'rabbi',
  'pastor',
  'father',
])
const BETWEEN_NAMES = new Set(['al', 'el', 'bin', 'bint', 'ibn', 'de', 'da', 'dos', 'van', 'von', 'der', 'le', 'la'])

function namesIn(text: string): string[] {
  return runsOf(wordsOf(text)).flatMap((run) => {
    const name = nameIn(run)
    return name ? [name] : []
  })
}

function wordsOf(text: string): (Word | null)[] {
  let startsSentence = true
  return [...text.matchAll(/[\p{L}][\p{L}’'-]*|[^\s\p{L}]+/gu)].map(([token]) => {
    if (!/^\p{L}/u.test(token)) {
      startsSentence = /[.!?:•·\-–]/.test(token)
      return null
    }
    const plain = token.replace(/[’']s$/, '').toLowerCase()
    const word = { text: token, plain, capital: /^\p{Lu}/u.test(token), startsSentence, title: TITLES.has(plain) }
    startsSentence = false
    return word
  })
}

/** Words that follow each other, each with a capital letter or small between two that have one. */
function runsOf(words: readonly (Word | null)[]): Word[][] {
  const runs: Word[][] = []
  let run: Word[] = []
  words.forEach((word, at) => {
    // A dot after a title belongs to it.
    const afterTitle = word === null && run.at(-1)?.title
    const goesOn = word && (word.capital || (run.length > 0 && BETWEEN_NAMES.has(word.plain) && words[at + 1]?.capital))
    if (goesOn && word) run.push(word)
    else if (!afterTitle) {
      runs.push(run)
      run = []
    }
  })
  return [...runs, run].filter(({ length }) => length > 0)
}

/** A person's name in a run of words with capital letters, if it looks like one. */
function nameIn(run: readonly Word[]): string | null {
  const titled = run.findIndex(({ title }) => title)
  const afterTitle = run[titled + 1]
  if (titled >= 0 && afterTitle && !NOT_A_PERSON.has(afterTitle.plain)) return spelt(run.slice(titled))
  const last = run.at(-1)
  if (!last || PLACE_OR_GROUP.has(last.plain)) return null
  const words = run.filter(
    ({ plain, text, startsSentence }) =>
      !NOT_A_PERSON.has(plain) && !PLACE_OR_GROUP.has(plain) && !isInitials(text) && !isOpening(plain, startsSentence),
  )
  const given = words.some(({ plain }) => GIVEN_NAMES.has(plain))
  const many = words.filter(({ plain }) => !BETWEEN_NAMES.has(plain)).length
  return given || many >= 2 ? spelt(words) : null
}

/** A word that has its capital letter from standing first. */
function isOpening(plain: string, startsSentence: boolean): boolean {
  return startsSentence && STARTS_A_SENTENCE.has(plain)
}

/** BNP, BSL, WhatsApp groups' ASB: letters of a body, not a name. */
function isInitials(text: string): boolean {
  return text === text.toUpperCase() && text.length <= 5
}

function spelt(words: readonly Word[]): string {
  return words.map(({ text }) => text.replace(/[’']s$/, '')).join(' ')
}
