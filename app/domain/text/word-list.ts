/**
 * "A", "A and B", "A, B and C". Written here and not by Intl, because consents store these words and must not vary
 * with a machine's language data.
 */
export function wordList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
