import type { Cell } from '../map/cell.ts'

/** The finest hexagon in which the place is known, or online, or unknown. */
export type CountedPlace = Cell | 'online' | 'unknown'

/** The incidents of a release as columns of equal length: there may be a million of them. */
export interface Incidents {
  length: number
  /** Index into `places`. */
  place: Int32Array
  places: readonly CountedPlace[]
  /** Numbers of agencies, from 0. */
  agency: Int32Array
  /** From 0, the same number for the same client. */
  person: Int32Array
  /** Index into `strands`. */
  strand: Int32Array
  strands: readonly string[]
  /** Other agencies that hold the same crime, by the index of the incident that is counted for it. */
  alsoHeldBy: ReadonlyMap<number, readonly number[]>
}

export interface IncidentRow {
  place: CountedPlace
  agency: number
  person: number
  strand: string
  /** The same number for one crime at several agencies; 0 when there is no crime reference. */
  crime: number
}

/** Incidents as the agencies hold them, before deduplication: a crime that several agencies hold is in here several times. */
export interface ReportedIncidents extends Omit<Incidents, 'alsoHeldBy' | 'person'> {
  /** Database ids, which exceed 32 bits. */
  person: Float64Array
  crime: Float64Array
}

export function toIncidents(rows: readonly IncidentRow[]): Incidents {
  const { reported, add, placeNumber } = collectIncidents(rows.length)
  for (const { place, agency, strand, person, crime } of rows) add(placeNumber(place), agency, strand, person, crime)
  return countOnce(reported)
}

/** Columns for so many incidents, filled one by one with `add`: a million objects would cost more than the whole build. */
export function collectIncidents(length: number) {
  const places = numbering<CountedPlace>()
  const strands = numbering<string>()
  const reported: ReportedIncidents = {
    length,
    place: new Int32Array(length),
    places: places.keys,
    agency: new Int32Array(length),
    person: new Float64Array(length),
    strand: new Int32Array(length),
    strands: strands.keys,
    crime: new Float64Array(length),
  }
  let at = 0
  const add = (place: number, agency: number, strand: string, person: number, crime: number) => {
    reported.place[at] = place
    reported.agency[at] = agency
    reported.strand[at] = strands.numberOf(strand)
    reported.person[at] = person
    reported.crime[at] = crime
    at += 1
  }
  return { reported, add, placeNumber: places.numberOf }
}

/**
 * Removes duplicates: a crime that several agencies hold is counted at the agency with the lowest number only, once for
 * each of its victims there. The other agencies are kept in `alsoHeldBy`, because each can subtract what it holds.
 */
export function countOnce(reported: ReportedIncidents): Incidents {
  const { agency, crime } = reported
  const kept = new Int32Array(reported.length)
  const alsoHeldBy = new Map<number, number[]>()
  let length = 0
  let first = 0
  for (const at of inOrder(reported)) {
    const before = kept[length - 1]
    const sameCrime = before !== undefined && length > 0 && crime[at] !== 0 && crime[before] === crime[at]
    if (!sameCrime) first = length
    const sameAgency = sameCrime && agency[before] === agency[at]
    if (!sameCrime || (sameAgency && reported.person[before] !== reported.person[at])) {
      kept[length] = at
      length += 1
    } else if (!sameAgency) {
      for (let one = first; one < length; one += 1)
        alsoHeldBy.set(one, [...new Set([...(alsoHeldBy.get(one) ?? []), agency[at] ?? 0])])
    }
  }
  const chosen = kept.subarray(0, length)
  const pick = (column: Int32Array) => chosen.map((at) => column[at] ?? 0)
  const people = numbering<number>()
  return {
    length,
    place: pick(reported.place),
    places: reported.places,
    agency: pick(agency),
    // From 0, as large numbers would make every later look-up slow.
    person: chosen.map((at) => people.numberOf(reported.person[at] ?? 0)),
    strand: pick(reported.strand),
    strands: reported.strands,
    alsoHeldBy,
  }
}

/** Incidents without a duplicate first, then the others sorted by crime: sorting all of them would take longer. */
function inOrder({ length, crime, agency, person, place, places }: ReportedIncidents): Int32Array {
  const shared = twiceIn(crime)
  const order = new Int32Array(length)
  const again: number[] = []
  let alone = 0
  for (let at = 0; at < length; at += 1) {
    if (shared.has(crime[at] ?? 0)) again.push(at)
    else {
      order[alone] = at
      alone += 1
    }
  }
  const by = (column: ArrayLike<number>, a: number, b: number) => (column[a] ?? 0) - (column[b] ?? 0)
  const wordOf = (at: number) => places[place[at] ?? 0] ?? ''
  again.sort((a, b) => by(crime, a, b) || by(agency, a, b) || by(person, a, b) || (wordOf(a) < wordOf(b) ? -1 : 1))
  order.set(again, alone)
  return order
}

function twiceIn(crimes: Float64Array): Set<number> {
  const sorted = crimes.slice().sort()
  return new Set(sorted.filter((crime, at) => crime !== 0 && crime === sorted[at - 1]))
}

function numbering<Key>() {
  const numbers = new Map<Key, number>()
  const keys: Key[] = []
  const numberOf = (key: Key) => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, keys.length)
    return keys.push(key) - 1
  }
  return { keys, numberOf }
}
