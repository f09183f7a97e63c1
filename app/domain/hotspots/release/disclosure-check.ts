import type { Incidents } from './incidents.ts'
import type { ReleaseRules } from './release-rules.ts'

/** Incidents that are counted together, as indexes into the columns of `Incidents`. */
export type Group = readonly number[]

/** What the rules ask about a group. */
export interface GroupMeasures {
  incidents: number
  clients: number
  /** Incidents of the client who has most of them: the dominance rule compares this with the group's size. */
  mostOfOne: number
  /**
   * The residual rule against insiders: the smallest number of clients left after removing any one agency's clients, or,
   * other than zero, any two agencies' clients. Zero counts for one agency: if a hexagon were shown when it holds only
   * that agency's clients and hidden when it holds one more, hiding it would reveal the one more.
   */
  leastResidual: number
}

/** No agency, and no two, leave a remainder to protect. */
const NO_REMAINDER = Number.POSITIVE_INFINITY

/**
 * Whether a group may be published as one number. Three rules of small-cell protection in official statistics:
 * - threshold: at least so many incidents and so many different clients;
 * - dominance: no client accounts for more than a given share;
 * - residual: an agency, or two that pool their records, cannot isolate fewer than so many other clients by subtraction.
 *
 * Unions of publishable groups are publishable too, so totals of published areas need no check of their own.
 */
export function isPublishable(incidents: Incidents, group: Group, rules: ReleaseRules): boolean {
  if (group.length < rules.incidents) return false
  const { clients, mostOfOne, leastResidual } = measureGroup(incidents, group)
  return (
    clients >= rules.clients &&
    mostOfOne <= rules.greatestShare * group.length &&
    leastResidual >= rules.residualClients
  )
}

export function measureGroup(incidents: Incidents, group: Group): GroupMeasures {
  const { person, agency, alsoHeldBy } = incidents
  const many = new Map<number, number>()
  /** The only agency that holds a client's incidents, or -1 when several do. */
  const knownBy = new Map<number, number>()
  let mostOfOne = 0
  for (const at of group) {
    const who = person[at] ?? 0
    const count = (many.get(who) ?? 0) + 1
    many.set(who, count)
    if (count > mostOfOne) mostOfOne = count
    const by = alsoHeldBy.has(at) ? -1 : (agency[at] ?? 0)
    const before = knownBy.get(who)
    if (before === undefined) knownBy.set(who, by)
    else if (before !== by) knownBy.set(who, -1)
  }
  return {
    incidents: group.length,
    clients: many.size,
    mostOfOne,
    leastResidual: leastResidual(incidents, group, knownBy),
  }
}

function leastResidual(incidents: Incidents, group: Group, knownBy: ReadonlyMap<number, number>): number {
  // `alone` counts the clients that disappear when one agency removes its records; `together` corrects the sum of two
  // such counts, as in inclusion and exclusion.
  const alone = new Map<number, number>()
  const together = new Map<number, number>()
  const agencies = new Set<number>()
  const add = <Key>(to: Map<Key, number>, key: Key, by: number) => to.set(key, (to.get(key) ?? 0) + by)
  for (const by of knownBy.values()) if (by >= 0) add(alone, by, 1)
  for (const by of alone.keys()) agencies.add(by)
  for (const held of holdersOfShared(incidents, group, knownBy)) {
    const { whole, pairs } = whoHoldsAll(held)
    for (const a of whole) add(alone, a, 1)
    for (const pair of pairs) add(together, pair, 1)
    // Both agencies hold all incidents of this client, so the two counts include the client twice.
    for (const a of whole) for (const b of whole) if (a < b) add(together, pairOf(a, b), -1)
    for (const one of held.flat()) agencies.add(one)
  }
  let least = NO_REMAINDER
  for (const a of agencies)
    for (const b of agencies) {
      if (b < a) continue
      const second = b === a ? 0 : (alone.get(b) ?? 0) + (together.get(pairOf(a, b)) ?? 0)
      const left = knownBy.size - (alone.get(a) ?? 0) - second
      // Two agencies may hold every client between them. One agency that does would learn of others when a number is hidden.
      if (left < least && (left > 0 || a === b)) least = left
    }
  return least
}

/** A number instead of a string as key: strings took most of the time of a build. Fits fewer than 65,536 agencies. */
function pairOf(a: number, b: number): number {
  return Math.min(a, b) * 65_536 + Math.max(a, b)
}

/** The agencies that hold all of these incidents, and the pairs that hold all of them only between the two. */
function whoHoldsAll(held: readonly (readonly number[])[]): { whole: number[]; pairs: Set<number> } {
  const [first = []] = held
  const whole = first.filter((one) => held.every((holders) => holders.includes(one)))
  const pairs = new Set<number>()
  for (const a of first) {
    if (whole.includes(a)) continue
    const rest = held.filter((holders) => !holders.includes(a))
    for (const b of rest[0] ?? [])
      if (!whole.includes(b) && rest.every((holders) => holders.includes(b))) pairs.add(pairOf(a, b))
  }
  return { whole, pairs }
}

/** For each client that several agencies hold: the agencies that hold each incident of that client. */
function holdersOfShared(incidents: Incidents, group: Group, knownBy: ReadonlyMap<number, number>) {
  const holders = new Map<number, number[][]>()
  for (const at of group) {
    const who = incidents.person[at] ?? 0
    if (knownBy.get(who) !== -1) continue
    const held = [incidents.agency[at] ?? 0, ...(incidents.alsoHeldBy.get(at) ?? [])]
    const others = holders.get(who)
    if (others) others.push(held)
    else holders.set(who, [held])
  }
  return holders.values()
}
