/**
 * The entry of a table for a word from an address. Undefined for unknown words, including names that every object has,
 * such as `constructor` and `__proto__`.
 */
export function ownEntry<Entry>(table: Readonly<Record<string, Entry>>, word: string | null): Entry | undefined {
  return word !== null && Object.hasOwn(table, word) ? table[word] : undefined
}
