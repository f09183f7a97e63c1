/** A table's entry for a word from an address. Undefined for names that every object has (`constructor`). */
export function ownEntry<Entry>(table: Readonly<Record<string, Entry>>, word: string | null): Entry | undefined {
  return word !== null && Object.hasOwn(table, word) ? table[word] : undefined
}
