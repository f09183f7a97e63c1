import { foldText } from './fold-text.ts'

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr'])
/** Hyphens, apostrophes and the half rings of transliterations separate words, as a space does. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+|[\u02b0-\u02ff]+/gu
const LONGEST_JOIN = 3
/** Mc, O, Al, De: particles that people often join to the next word. */
const LONGEST_PARTICLE = 3

/** The words of a name for comparison, without titles: “Mrs Zoë O’Brien-Smith” is zoe, o, brien, smith. */
export function nameWords(name: string): string[] {
  const words = foldText(name).split(BETWEEN_WORDS).filter(Boolean)
  const untitled = words.filter((word) => !TITLES.has(word))
  return untitled.length > 0 ? untitled : words
}

/**
 * A whole name for comparison: “Shauna Mc Donagh” and “shauna mcdonagh” are equal. Empty if there is no name. Equal
 * keys are a hint that two records are one person, never a proof.
 */
export function nameKey(name: string): string {
  return nameWords(name).join('')
}

/** Each word, and each two or three neighbours joined, because people write both McDonagh and Mc Donagh. */
function wordsAndJoins(words: readonly string[]): string[] {
  return words.flatMap((_, from) =>
    Array.from({ length: Math.min(LONGEST_JOIN, words.length - from) }, (_, more) =>
      words.slice(from, from + more + 1).join(''),
    ),
  )
}

/** The search keys of a name: its words, the whole name in any order, and how its words sound. */
export function nameSearchKeys(name: string): string[] {
  const words = nameWords(name)
  if (words.length === 0) return []
  return [...new Set([...wordsAndJoins(words), ...soundKeys(words), ...anyOrderKeys(words)])]
}

/** The whole name with its words sorted, so that their order does not matter. Also with particles joined: O Neill. */
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
 * The beginnings to look for, for each typed word: the word itself, and joined to its neighbours. A person matches if
 * each typed word has one beginning among their `nameSearchKeys`.
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
/** How the words sound. A short word is also joined to the next (Mc Donagh) and sounded as one. */
export function soundKeys(words: readonly string[]): string[] {
  const joined = words.flatMap((word, at) => {
    const before = words[at - 1]
    return before && before.length <= LONGEST_PARTICLE ? [before + word] : []
  })
  return [...words, ...joined].flatMap(soundKey)
}

/** Letters that are spelled in different ways, in names of many origins. Applied in this order. */
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

/** The sound of a Latin word without vowels (Mohammed, Muhamad); none if short, since it would match too many. */
function soundKey(word: string): string[] {
  if (word.length < SHORTEST_SOUND || !/^[a-z]+$/.test(word)) return []
  return [`~${SOUNDS.reduce((text, [written, sound]) => text.replace(written, sound), word)}`]
}
