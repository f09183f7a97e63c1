import { type Cell, FINEST, resolutionOf, WIDEST, widen } from '../map/cell.ts'
import type { Incidents } from './incidents.ts'
import type { OffMap } from './release-body.ts'
import type { ReleaseRules } from './release-rules.ts'
import { type Group, passes } from './standing.ts'

/** A group that is published as one number. */
export interface Area {
  where: Cell | OffMap
  /** It is what is left of the hexagon around finer areas. */
  rest: boolean
  group: Group
}

export interface LadderGiven {
  rules: ReleaseRules
  /** Finest hexagons that hold a place to be protected: what is in the next wider one stays together. */
  protectedCells: readonly Cell[]
}

/** What a hexagon holds that no finer one has taken, and whether a finer one has. */
interface Left {
  group: number[]
  split: boolean
}

/**
 * Publishes each incident in the finest hexagon whose group passes; what does not pass joins what is left of the next
 * wider one, and at the end all that has no hexagon. Nothing is dropped: areas add up to all incidents.
 * Answers null when there are too few incidents to publish even one number.
 */
export function climb(incidents: Incidents, given: LadderGiven): Area[] | null {
  const { byResolution, online, unknown } = sortOut(incidents)
  const whole = new Set(given.protectedCells.map((cell) => widen(cell, FINEST - 1)))
  const areas: Area[] = []
  for (let resolution = FINEST; resolution >= WIDEST; resolution -= 1) {
    const wider = byResolution[resolution - 1]
    for (const [cell, { group, split }] of inOrder(byResolution[resolution])) {
      const mayStand =
        resolution <= given.rules.finest && !(resolution === FINEST && whole.has(widen(cell, FINEST - 1)))
      const stands = mayStand && passes(incidents, group, given.rules)
      if (stands) areas.push({ where: cell, rest: split, group })
      const rest = stands ? [] : group
      if (resolution === WIDEST || !wider) append(unknown, rest)
      else join(wider, widen(cell, resolution - 1), rest, split || stands)
    }
  }
  if (passes(incidents, online, given.rules)) areas.push({ where: 'online', rest: false, group: online })
  else append(unknown, online)
  return settle(incidents, areas, unknown, given.rules)
}

function sortOut(incidents: Incidents) {
  const byResolution: Map<Cell, Left>[] = Array.from({ length: FINEST + 1 }, () => new Map())
  const online: number[] = []
  const unknown: number[] = []
  const groups = incidents.places.map((): number[] => [])
  for (let at = 0; at < incidents.length; at += 1) groups[incidents.place[at] ?? 0]?.push(at)
  for (const [number, place] of incidents.places.entries()) {
    const group = groups[number] ?? []
    if (place === 'online') append(online, group)
    else if (place === 'unknown') append(unknown, group)
    else byResolution[resolutionOf(place)]?.set(place, { group, split: false })
  }
  return { byResolution, online, unknown }
}

function inOrder(cells: ReadonlyMap<Cell, Left> | undefined): [Cell, Left][] {
  return [...(cells ?? [])].filter(([, { group }]) => group.length > 0).sort(([a], [b]) => (a < b ? -1 : 1))
}

function join(cells: Map<Cell, Left>, cell: Cell, group: readonly number[], split: boolean) {
  const there = cells.get(cell) ?? { group: [], split: false }
  append(there.group, group)
  cells.set(cell, { group: there.group, split: there.split || split })
}

/** One by one: what is handed over as arguments must not be more than some hundred thousand. */
function append(group: number[], more: Group) {
  for (const at of more) group.push(at)
}

/** What is left over stands as "elsewhere", else joins the smallest area that bears it, else takes areas in till it stands. */
function settle(incidents: Incidents, areas: Area[], left: number[], rules: ReleaseRules): Area[] | null {
  if (left.length === 0) return areas.length > 0 ? areas : null
  const elsewhere = (group: Group): Area => ({ where: 'elsewhere', rest: false, group })
  if (passes(incidents, left, rules)) return [...areas, elsewhere(left)]
  const smallest = [...areas].sort((a, b) => a.group.length - b.group.length || (a.where < b.where ? -1 : 1))
  for (const area of smallest) {
    const group = [...area.group, ...left]
    if (passes(incidents, group, rules)) return areas.map((one) => (one === area ? { ...area, group } : one))
  }
  let taken = left
  for (const [number, area] of smallest.entries()) {
    taken = [...taken, ...area.group]
    const gone = smallest.slice(0, number + 1)
    if (passes(incidents, taken, rules)) return [...areas.filter((one) => !gone.includes(one)), elsewhere(taken)]
  }
  return null
}
