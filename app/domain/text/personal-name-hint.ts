import { WARDS } from '../partnership/ward.ts'
import { foldText } from './fold-text.ts'
import { ALSO_WORDS, FAMILY_NAMES, GIVEN_NAMES } from './given-names.ts'
import { NOT_A_PERSON, PLACE_OR_GROUP, STARTS_A_SENTENCE } from './no-person-words.ts'

/** Part of a text that may identify a person. */
export interface PersonalHint {
  kind: keyof typeof HINT_KINDS
  found: string
}

export const HINT_KINDS = {
  name: { label: 'the name of a person' },
  script: { label: 'words in another script, which may be a name' },
  phone: { label: 'a telephone number' },
  email: { label: 'an e-mail address' },
  address: { label: 'the address of a home' },
} as const satisfies Record<string, { label: string }>

const EMAIL = /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/gi
const PHONE = /(?<![\d£.])(?:\+44|0)[\s().-]*\d(?:[\s().-]*\d){8,9}(?!\d)/g
const POSTCODE_OF_A_HOUSE =
  /\b(?:flat\s+)?\d{1,4}[a-z]?\b[,\s](?:[^.;\n]{0,60}[,\s])?[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi
/** No list of names covers every script, so the writer must confirm that the words name nobody. */
const OTHER_SCRIPT =
  /(?:(?!\p{Script=Latin})\p{L}[\p{M}\p{Cf}]*)+(?:\s+(?:(?!\p{Script=Latin})\p{L}[\p{M}\p{Cf}]*)+)*/gu
const HOUSE_IN_A_STREET =
  /\b(?:[Ff]lat\s+)?\d{1,4}[A-Za-z]?,?\s+(?:[A-Z][\p{L}’'-]+\s+){1,3}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Close|Row|Grove|Drive|Terrace|Court|Way|Crescent|Place|Gardens|View|Mews)\b/gu

/**
 * Parts of a text that look personal. Hints ask and never forbid: a wrong hint costs one tick, a missed one may
 * endanger someone. `agencies` are names known not to be people.
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
  rest = withoutKnown(rest, agencies)
  take('script', OTHER_SCRIPT)
  return [...hints, ...namesIn(rest).map((found) => ({ kind: 'name' as const, found }))]
}

/** The hints for a form's free text, by field. A form must pass all its text fields, which a test checks. */
export function hintsByField<Field extends string>(
  texts: Readonly<Record<Field, string>>,
  agencies: readonly string[],
): { field: Field; hints: PersonalHint[] }[] {
  return (Object.keys(texts) as Field[])
    .map((field) => ({ field, hints: personalHints(texts[field], agencies) }))
    .filter(({ hints }) => hints.length > 0)
}

export function hintsInWords(hints: readonly PersonalHint[]): string {
  const found = hints.map(({ kind, found }) => `“${found}” looks like ${HINT_KINDS[kind].label}`)
  return `${found.join(', ')}. Remove it, or confirm below that it is not about a person`
}

/** Removes names of agencies and wards, the longest first: "Beacon Victim Care" is not a person. */
function withoutKnown(text: string, agencies: readonly string[]): string {
  const known = [...agencies, ...WARDS].filter(Boolean).sort((a, b) => b.length - a.length)
  return known.reduce((left, name) => left.replace(wholeWords(name), ' · '), text)
}

function wholeWords(name: string): RegExp {
  return new RegExp(`(?<!\\p{L})${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?!\\p{L})`, 'giu')
}

interface Word {
  text: string
  /** In lower case, without a genitive ending. */
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
/** Titles that are not also ordinary words. */
const SMALL_TITLES = new Set(['mr', 'mrs', 'ms', 'mx', 'dr', 'cllr'])
const BETWEEN_NAMES = new Set(['al', 'el', 'bin', 'bint', 'ibn', 'de', 'da', 'dos', 'van', 'von', 'der', 'le', 'la'])

function namesIn(text: string): string[] {
  const words = wordsOf(text)
  const inCapitals = runsOf(words).flatMap((run) => nameIn(run) ?? [])
  return [...inCapitals, ...smallNamesIn(words)]
}

/** Names in lower case: those in the list, and words after a title. */
function smallNamesIn(words: readonly (Word | null)[]): string[] {
  return words.flatMap((word, at) => {
    const [before, next] = [words[at - 1], words[at + 1]]
    if (!word || word.capital || BETWEEN_NAMES.has(word.plain)) return []
    if (SMALL_TITLES.has(word.plain) && next && !PLACE_OR_GROUP.has(next.plain)) return [`${word.text} ${next.text}`]
    if (before && SMALL_TITLES.has(before.plain)) return []
    const isOfAPlace = (next && PLACE_OR_GROUP.has(next.plain)) || before?.plain === 'st' || before?.plain === 'saint'
    return isKnownName(word.plain) && !ALSO_WORDS.has(word.plain) && !isOfAPlace ? [spelt([word])] : []
  })
}

function isKnownName(plain: string): boolean {
  return GIVEN_NAMES.has(plain) || FAMILY_NAMES.has(plain)
}

function wordsOf(text: string): (Word | null)[] {
  let startsSentence = true
  return [...text.matchAll(/[\p{L}][\p{L}\p{M}’'-]*|[^\s\p{L}]+/gu)].map(([token]) => {
    if (!/^\p{L}/u.test(token)) {
      startsSentence = /[.!?:•·\-–]/.test(token)
      return null
    }
    const plain = foldText(token.replace(/[’'`]s?$/i, '')).replaceAll("'", '’')
    const word = { text: token, plain, capital: /^\p{Lu}/u.test(token), startsSentence, title: TITLES.has(plain) }
    startsSentence = false
    return word
  })
}

/** Neighbouring words with capital letters, including a lower-case word between two of them. */
function runsOf(words: readonly (Word | null)[]): Word[][] {
  const runs: Word[][] = []
  let run: Word[] = []
  words.forEach((word, at) => {
    // A dot after a title is part of it.
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

/** A longer run of capitalised words is not a name but a text written in capitals. */
const LONGEST_NAME = 5

/** The person's name in a run of capitalised words, or null. */
function nameIn(run: readonly Word[]): string | null {
  const titled = run.findIndex(({ title }) => title)
  const afterTitle = run[titled + 1]
  if (titled >= 0 && afterTitle && !NOT_A_PERSON.has(afterTitle.plain)) return spelt(run.slice(titled))
  const last = run.at(-1)
  if (!last || PLACE_OR_GROUP.has(last.plain)) return null
  const isShouted = run.length > 1 && run.every(({ text }) => text === text.toUpperCase())
  const words = run.filter(
    ({ plain, text, startsSentence }) =>
      !NOT_A_PERSON.has(plain) &&
      !PLACE_OR_GROUP.has(plain) &&
      !isInitials(text, plain) &&
      !isOpening(plain, startsSentence || isShouted),
  )
  const known = words.filter(({ plain }) => isKnownName(plain))
  if (isShouted && run.length > LONGEST_NAME) return known.length > 0 ? spelt(known) : null
  const many = words.filter(({ plain }) => !BETWEEN_NAMES.has(plain)).length
  return known.length > 0 || many >= 2 ? spelt(words) : null
}

/** Whether a word is capitalised only because it starts a sentence. */
function isOpening(plain: string, startsSentence: boolean): boolean {
  return startsSentence && STARTS_A_SENTENCE.has(plain)
}

/** BNP, BSL, ASB: an abbreviation, not a name. */
function isInitials(text: string, plain: string): boolean {
  return text === text.toUpperCase() && text.length <= 5 && !isKnownName(plain)
}

function spelt(words: readonly Word[]): string {
  return words.map(({ text }) => text.replace(/[’']s$/, '')).join(' ')
}
