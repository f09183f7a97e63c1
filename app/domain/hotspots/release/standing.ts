import type { Incidents } from './incidents.ts'
import type { ReleaseRules } from './release-rules.ts'

/** Incidents that are counted together, by their numbers. */
export type Group = readonly number[]

/** What a group is, as far as the rules ask. */
export interface Standing {
  incidents: number
  clients: number
  /** The most that one client has of them. */
  mostOfOne: number
  /**
   * The fewest clients left when one agency takes its own away, and the fewest above nobody when two do. Nobody left to one
   * counts as too few: were a hexagon shown when nobody else is in it and hidden when one is, hiding it would tell of that one.
   */
  leastResidual: number
}

const NOBODY_LEFT = Number.POSITIVE_INFINITY

/** Whether a group may be published as one number. */
export function passes(incidents: Incidents, group: Group, rules: ReleaseRules): boolean {
  if (group.length < rules.incidents) return false
  const { clients, mostOfOne, leastResidual } = standingOf(incidents, group)
  return (
    clients >= rules.clients &&
    mostOfOne <= rules.greatestShare * group.length &&
    leastResidual >= rules.residualClients
  )
}

export function standingOf(incidents: Incidents, group: Group): Standing {
  const { person, agency, alsoHeldBy } = incidents
  const many = new Map<number, number>()
  /** The one agency that knows a client, or -1 where it is not as plain as that. */
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
  /** How many clients are gone when an agency takes its own away, and how many more, or fewer, when two do. */
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
    // Of two that hold all each, what is gone is gone once.
    for (const a of whole) for (const b of whole) if (a < b) add(together, pairOf(a, b), -1)
    for (const one of held.flat()) agencies.add(one)
  }
  let least = NOBODY_LEFT
  for (const a of agencies)
    for (const b of agencies) {
      if (b < a) continue
      const second = b === a ? 0 : (alone.get(b) ?? 0) + (together.get(pairOf(a, b)) ?? 0)
      const left = knownBy.size - (alone.get(a) ?? 0) - second
      // Two agencies may well hold all there is between them; one alone that does would know when it is hidden for others.
      if (left < least && (left > 0 || a === b)) least = left
    }
  return least
}

/** One number for two agencies: words would take most of the time of a build. */
function pairOf(a: number, b: number): number {
  return Math.min(a, b) * 65_536 + Math.max(a, b)
}

/** Which agencies hold every one of these incidents, and which two do that only together. */
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

/** Of each client whom several agencies know: for each of their incidents the agencies that hold it. */
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
