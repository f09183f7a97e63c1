/** "A", "A and B", "A, B and C". Not by Intl: consents store these words, which must not vary by machine. */
export function wordList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
