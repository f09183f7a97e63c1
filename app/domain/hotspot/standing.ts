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
  /** Clients left when one agency takes its own away, and when two do: the fewest above nobody. */
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
  const alone = new Map<number, number>()
  for (const by of knownBy.values()) if (by >= 0) alone.set(by, (alone.get(by) ?? 0) + 1)
  const shared = holdersOfShared(incidents, group, knownBy)
  const agencies = new Set([...alone.keys(), ...shared.flat(2)])
  let least = NOBODY_LEFT
  for (const a of agencies)
    for (const b of agencies) {
      if (b < a) continue
      const gone = shared.filter((holders) => holders.every((held) => held.includes(a) || held.includes(b))).length
      const left = knownBy.size - (alone.get(a) ?? 0) - (b === a ? 0 : (alone.get(b) ?? 0)) - gone
      if (left > 0 && left < least) least = left
    }
  return least
}

/** Of each client whom several agencies know: for each of their incidents the agencies that hold it. */
function holdersOfShared(incidents: Incidents, group: Group, knownBy: ReadonlyMap<number, number>): number[][][] {
  const holders = new Map<number, number[][]>()
  for (const at of group) {
    const who = incidents.person[at] ?? 0
    if (knownBy.get(who) !== -1) continue
    const held = [incidents.agency[at] ?? 0, ...(incidents.alsoHeldBy.get(at) ?? [])]
    holders.set(who, [...(holders.get(who) ?? []), held])
  }
  return [...holders.values()]
}
