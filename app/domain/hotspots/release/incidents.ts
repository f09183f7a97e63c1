import type { Cell } from '../map/cell.ts'

/** Where it was: the finest hexagon it is known by, online, or neither. */
export type CountedPlace = Cell | 'online' | 'unknown'

/** Incidents as a release is made of them: columns of equal length, for there may be a million. */
export interface Incidents {
  length: number
  /** Number in `places`. */
  place: Int32Array
  places: readonly CountedPlace[]
  /** Numbers of agencies, from 0. */
  agency: Int32Array
  /** From 0, the same number for the same client. */
  person: Int32Array
  /** Number in `strands`. */
  strand: Int32Array
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

/** Incidents as agencies told of them: a crime that several hold is in there several times. */
export interface ToldIncidents extends Omit<Incidents, 'alsoHeldBy' | 'person'> {
  /** As large as numbers of the database are. */
  person: Float64Array
  crime: Float64Array
}

export function toIncidents(rows: readonly IncidentRow[]): Incidents {
  const { told, tell, placeNumber } = startTelling(rows.length)
  for (const { place, agency, strand, person, crime } of rows) tell(placeNumber(place), agency, strand, person, crime)
  return countOnce(told)
}

/** Columns with room for so many incidents, told one by one: a million objects would cost more than all the rest. */
export function startTelling(length: number) {
  const places = numbering<CountedPlace>()
  const strands = numbering<string>()
  const told: ToldIncidents = {
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
  const tell = (place: number, agency: number, strand: string, person: number, crime: number) => {
    told.place[at] = place
    told.agency[at] = agency
    told.strand[at] = strands.numberOf(strand)
    told.person[at] = person
    told.crime[at] = crime
    at += 1
  }
  return { told, tell, placeNumber: places.numberOf }
}

/**
 * One crime that two agencies hold is counted for the lowest of them alone, each of its victims there; who else holds it is
 * kept, for what an agency knows it can take away.
 */
export function countOnce(told: ToldIncidents): Incidents {
  const { agency, crime } = told
  const kept = new Int32Array(told.length)
  const alsoHeldBy = new Map<number, number[]>()
  let length = 0
  let first = 0
  for (const at of inOrder(told)) {
    const before = kept[length - 1]
    const sameCrime = before !== undefined && length > 0 && crime[at] !== 0 && crime[before] === crime[at]
    if (!sameCrime) first = length
    const sameAgency = sameCrime && agency[before] === agency[at]
    if (!sameCrime || (sameAgency && told.person[before] !== told.person[at])) {
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
    place: pick(told.place),
    places: told.places,
    agency: pick(agency),
    // From 0, as large numbers would make every later look-up slow.
    person: chosen.map((at) => people.numberOf(told.person[at] ?? 0)),
    strand: pick(told.strand),
    strands: told.strands,
    alsoHeldBy,
  }
}

/** What nobody else holds first, then each crime by itself: sorting what is alone would be for nothing. */
function inOrder({ length, crime, agency, person, place, places }: ToldIncidents): Int32Array {
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
