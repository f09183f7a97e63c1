import type { Cell } from './cell.ts'

/** Where it was: the finest hexagon it is known by, online, or neither. */
export type CountedPlace = Cell | 'online' | 'unknown'

/** Incidents as a release is made of them: columns of equal length, for there may be a million. */
export interface Incidents {
  length: number
  /** Number in `places`. */
  place: ArrayLike<number>
  places: readonly CountedPlace[]
  /** Numbers of agencies, from 0. */
  agency: ArrayLike<number>
  /** The same number for the same client. */
  person: ArrayLike<number>
  /** Number in `strands`. */
  strand: ArrayLike<number>
  strands: readonly string[]
  /** Further agencies that hold the same crime, by the incident that counts for it. */
  alsoHeldBy: ReadonlyMap<number, readonly number[]>
}

export interface IncidentRow {
  place: CountedPlace
  agency: number
  person: number
  strand: string
  /** Equal for one crime of several agencies; 0 where no crime is known. */
  crime: number
}

/**
 * Rows as columns. One crime that two agencies hold is counted once, in the row of the lowest agency; who else holds it is
 * kept, for what an agency knows it can take away.
 */
export function toIncidents(rows: readonly IncidentRow[]): Incidents {
  const counted = new Map<number, number>()
  const alsoHeldBy = new Map<number, number[]>()
  const kept: IncidentRow[] = []
  for (const row of inOrder(rows)) {
    const first = row.crime === 0 ? undefined : counted.get(row.crime)
    if (first === undefined) {
      if (row.crime !== 0) counted.set(row.crime, kept.length)
      kept.push(row)
    } else if (kept[first]?.agency !== row.agency) {
      alsoHeldBy.set(first, [...(alsoHeldBy.get(first) ?? []), row.agency])
    }
  }
  return { ...columnsOf(kept), alsoHeldBy }
}

/** Only crimes depend on the order of rows; sorting a million others would be for nothing. */
function inOrder(rows: readonly IncidentRow[]): Iterable<IncidentRow> {
  const crimes = rows.filter(({ crime }) => crime !== 0)
  crimes.sort((a, b) => a.crime - b.crime || a.agency - b.agency || a.person - b.person || (a.place < b.place ? -1 : 1))
  return [...rows.filter(({ crime }) => crime === 0), ...crimes]
}

function columnsOf(rows: readonly IncidentRow[]) {
  const places = numbered<CountedPlace>()
  const strands = numbered<string>()
  const columns = {
    length: rows.length,
    place: new Int32Array(rows.length),
    agency: new Uint16Array(rows.length),
    person: new Float64Array(rows.length),
    strand: new Uint8Array(rows.length),
  }
  for (const [at, row] of rows.entries()) {
    columns.place[at] = places.numberOf(row.place)
    columns.agency[at] = row.agency
    columns.person[at] = row.person
    columns.strand[at] = strands.numberOf(row.strand)
  }
  return { ...columns, places: places.words, strands: strands.words }
}

function numbered<Word extends string>() {
  const numbers = new Map<Word, number>()
  const words: Word[] = []
  const numberOf = (word: Word) => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, words.length)
    return words.push(word) - 1
  }
  return { words, numberOf }
}
