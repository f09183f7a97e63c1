import { foldText } from './fold-text.ts'

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr'])
/** Hyphens, apostrophes and the half rings of transliterations part a word just as a space does. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+|[\u02b0-\u02ff]+/gu
const LONGEST_JOIN = 3
/** Mc, O, Al, De: what is often written as a part of the next word. */
const LONGEST_PARTICLE = 3

/** The words of a name as they are compared, without titles: “Mrs Zoë O’Brien-Smith” is zoe, o, brien, smith. */
export function nameWords(name: string): string[] {
  const words = foldText(name).split(BETWEEN_WORDS).filter(Boolean)
  const untitled = words.filter((word) => !TITLES.has(word))
  return untitled.length > 0 ? untitled : words
}

/**
 * A name as it is compared as a whole: “Shauna Mc Donagh” and “shauna mcdonagh” are one. Empty for no name. A hint that
 * two records may be one person, never a proof.
 */
export function nameKey(name: string): string {
  return nameWords(name).join('')
}

/** Each word, and each two or three that follow one another, because people write McDonagh and Mc Donagh. */
function wordsAndJoins(words: readonly string[]): string[] {
  return words.flatMap((_, from) =>
    Array.from({ length: Math.min(LONGEST_JOIN, words.length - from) }, (_, more) =>
      words.slice(from, from + more + 1).join(''),
    ),
  )
}

/** What a name is found by: the beginning of a word, the whole name in any order, and how its words sound. */
export function nameSearchKeys(name: string): string[] {
  const words = nameWords(name)
  if (words.length === 0) return []
  return [...new Set([...wordsAndJoins(words), ...soundKeys(words), ...anyOrderKeys(words)])]
}

/** The whole name, whichever word is first, with short words by themselves and with the next: O Neill Bridget. */
export function anyOrderKeys(words: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const before = joined.at(-1)
    if (before && before.length <= LONGEST_PARTICLE) joined.splice(-1, 1, before + word)
    else joined.push(word)
  }
  return [...new Set([words, joined].map((some) => `=${[...some].sort().join(' ')}`))]
}

/**
 * What each typed word may begin in `nameSearchKeys`: itself, or itself with its neighbours. A person is found when each
 * typed word has one of its beginnings among their keys.
 */
export function typedBeginnings(words: readonly string[]): string[][] {
  return words.map((word, at) => {
    const joins = [2, 3].flatMap((length) =>
      Array.from({ length }, (_, before) => at - before)
        .filter((from) => from >= 0 && from + length <= words.length)
        .map((from) => words.slice(from, from + length).join('')),
    )
    return [word, ...new Set(joins)]
  })
}

const SHORTEST_SOUND = 4
/** How the words sound, and with a short word before them, Mc Donagh, how both sound as one. */
export function soundKeys(words: readonly string[]): string[] {
  const joined = words.flatMap((word, at) => {
    const before = words[at - 1]
    return before && before.length <= LONGEST_PARTICLE ? [before + word] : []
  })
  return [...words, ...joined].flatMap(soundKey)
}

/** Letters that are written for one another, in names of many origins; in this order. */
const SOUNDS: readonly [RegExp, string][] = [
  [/ph/g, 'f'],
  [/tsch|sch|sh|ch|cz|sz|zh|j|g(?=[eiy])/g, 'j'],
  [/ck|kh|q|c|x/g, 'k'],
  [/z|ts/g, 's'],
  [/w/g, 'v'],
  // Silent at the end and after a consonant: Sarah and Sara.
  [/(?<=[^aeiouy])h|h$/g, ''],
  [/(?<=.)[aeiouy]/g, ''],
  [/^[aeiouy]/, 'a'],
  [/(.)\1+/g, '$1'],
]

/**
 * How a word of the Latin alphabet sounds, without its vowels: Mohammed, Muhamad and Mohamed are one. None for a short
 * word, which would be like too many, nor for other scripts.
 */
function soundKey(word: string): string[] {
  if (word.length < SHORTEST_SOUND || !/^[a-z]+$/.test(word)) return []
  return [`~${SOUNDS.reduce((text, [written, sound]) => text.replace(written, sound), word)}`]
}
