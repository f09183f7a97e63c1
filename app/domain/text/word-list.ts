/** "A", "A and B", "A, B and C". Not left to the language data of the machine: consents are stored with these words. */
export function wordList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
