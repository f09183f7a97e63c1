import { type Cell, FINEST, resolutionOf, WIDEST, widen } from '../map/cell.ts'
import { type Group, isPublishable } from './disclosure-check.ts'
import type { Incidents } from './incidents.ts'
import type { OffMap } from './release-body.ts'
import type { ReleaseRules } from './release-rules.ts'

/** A set of incidents that is published as one number. */
export interface Area {
  where: Cell | OffMap
  /** True when finer areas inside the hexagon are published separately: the number then counts the rest of it. */
  rest: boolean
  group: Group
}

export interface LadderGiven {
  rules: ReleaseRules
  /** Finest hexagons of protected places. Their parents are never split, so a protected place has no number of its own. */
  protectedCells: readonly Cell[]
}

/** Incidents of a hexagon that no finer area counts, and whether there is a finer area. */
interface Unpublished {
  group: number[]
  split: boolean
}

/**
 * Spatial generalisation on the H3 hierarchy (Uber's hexagonal grid), from the finest resolution to the widest. A
 * hexagon is published when its incidents pass the disclosure check; otherwise they move to the parent hexagon, and from
 * the widest hexagon to "elsewhere". Local recoding instead of suppression: no incident is dropped, so that the areas
 * add up to the total, and no reader can subtract them from it to find a hidden remainder.
 *
 * Zero and "too few" look the same. Parents come from the child's index, never from the point: see `cellOf`.
 * @returns null when there are too few incidents to publish even one number
 */
export function buildAreas(incidents: Incidents, given: LadderGiven): Area[] | null {
  const { byResolution, online, unknown } = sortOut(incidents)
  const whole = new Set(given.protectedCells.map((cell) => widen(cell, FINEST - 1)))
  const areas: Area[] = []
  for (let resolution = FINEST; resolution >= WIDEST; resolution -= 1) {
    const wider = byResolution[resolution - 1]
    for (const [cell, { group, split }] of inOrder(byResolution[resolution])) {
      const mayPublish =
        resolution <= given.rules.finest && !(resolution === FINEST && whole.has(widen(cell, FINEST - 1)))
      const published = mayPublish && isPublishable(incidents, group, given.rules)
      if (published) areas.push({ where: cell, rest: split, group })
      const rest = published ? [] : group
      if (resolution === WIDEST || !wider) append(unknown, rest)
      else join(wider, widen(cell, resolution - 1), rest, split || published)
    }
  }
  if (isPublishable(incidents, online, given.rules)) areas.push({ where: 'online', rest: false, group: online })
  else append(unknown, online)
  return placeRemainder(incidents, areas, unknown, given.rules)
}

function sortOut(incidents: Incidents) {
  const byResolution: Map<Cell, Unpublished>[] = Array.from({ length: FINEST + 1 }, () => new Map())
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

function inOrder(cells: ReadonlyMap<Cell, Unpublished> | undefined): [Cell, Unpublished][] {
  return [...(cells ?? [])].filter(([, { group }]) => group.length > 0).sort(([a], [b]) => (a < b ? -1 : 1))
}

function join(cells: Map<Cell, Unpublished>, cell: Cell, group: readonly number[], split: boolean) {
  const there = cells.get(cell) ?? { group: [], split: false }
  append(there.group, group)
  cells.set(cell, { group: there.group, split: there.split || split })
}

/** In a loop: `push(...more)` overflows the stack beyond some hundred thousand arguments. */
function append(group: number[], more: Group) {
  for (const at of more) group.push(at)
}

/**
 * Publishes the incidents without an area as "elsewhere". If they fail the check, they join the smallest area that still
 * passes with them; if there is none, the smallest areas are merged into "elsewhere" one by one until it passes.
 */
function placeRemainder(incidents: Incidents, areas: Area[], left: number[], rules: ReleaseRules): Area[] | null {
  if (left.length === 0) return areas.length > 0 ? areas : null
  const elsewhere = (group: Group): Area => ({ where: 'elsewhere', rest: false, group })
  if (isPublishable(incidents, left, rules)) return [...areas, elsewhere(left)]
  const smallest = [...areas].sort((a, b) => a.group.length - b.group.length || (a.where < b.where ? -1 : 1))
  for (const area of smallest) {
    const group = [...area.group, ...left]
    if (isPublishable(incidents, group, rules)) return areas.map((one) => (one === area ? { ...area, group } : one))
  }
  let remainder = left
  for (const [number, area] of smallest.entries()) {
    remainder = [...remainder, ...area.group]
    const merged = smallest.slice(0, number + 1)
    if (isPublishable(incidents, remainder, rules))
      return [...areas.filter((one) => !merged.includes(one)), elsewhere(remainder)]
  }
  return null
}
