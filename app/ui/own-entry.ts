/**
 * What a table of ours says to a word from an address; undefined to any other word, also to those that every object
 * knows (`constructor`, `__proto__`).
 */
export function ownEntry<Entry>(table: Readonly<Record<string, Entry>>, word: string | null): Entry | undefined {
  return word !== null && Object.hasOwn(table, word) ? table[word] : undefined
}
