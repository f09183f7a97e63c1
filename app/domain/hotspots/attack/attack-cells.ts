import { FINEST, resolutionOf, widen } from '../map/cell.ts'
import type { Incidents } from '../release/incidents.ts'
import type { ReleaseBody } from '../release/release-body.ts'
import { blockOf, isOffMap } from '../release/strand-blocks.ts'
import { type Bounds, narrow, type Sum } from './attacker.ts'

/**
 * The differencing attack: from the published numbers only, narrows the count of each strand in each hexagon. A count is
 * pinned when it must be at least 1 and below the threshold: then someone there is exposed.
 *
 * The hexagons tried are those with incidents, which gives the attacker more than a reader knows.
 */
export function attackReleasedCells(incidents: Incidents, body: ReleaseBody): { tried: number; pinned: number } {
  const known = new Map<string, Bounds>()
  const sums = publishedSums(body, hexagonsOf(incidents), known)
  narrow(known, sums)
  const secrets = sums.flatMap(({ parts }) => parts).filter((name) => name.startsWith('cell '))
  const pinned = new Set(secrets.filter((name) => isPinned(known.get(name), body.rules.incidents)))
  // The number of hexagons with incidents is itself secret, so the report counts the published sums as tried.
  return { tried: sums.length, pinned: pinned.size }
}

export function isPinned(bounds: Bounds | undefined, enough: number): boolean {
  return bounds !== undefined && bounds.least >= 1 && bounds.most < enough
}

function hexagonsOf(incidents: Incidents): string[] {
  return incidents.places.filter((place) => place !== 'online' && place !== 'unknown')
}

/** The published numbers as equations: the cells of a block add up to areas by row and to strands by column. */
export function publishedSums(body: ReleaseBody, hexagons: readonly string[], known: Map<string, Bounds>): Sum[] {
  const { areas, strands, blocks, rules } = body
  const about = (count: number): Bounds => {
    const least = Math.ceil(count - rules.rounding / 2)
    // The rules are public: a number at the threshold also has the threshold as its lower bound.
    return {
      least: count < rules.incidents ? least : Math.max(least, rules.incidents),
      most: Math.floor(count + rules.rounding / 2),
    }
  }
  const inArea = Map.groupBy(hexagons, (cell) => areaOf(cell, areas.where))
  const sums: Sum[] = []
  for (const [number, block] of blocks.entries()) {
    const within = [...areas.where.keys()].filter((at) => areas.block[at] === number)
    const groups = [...strands.block.keys()].filter((at) => strands.block[at] === number)
    const secrets = within.flatMap((at) => {
      const where = areas.where[at] ?? ''
      known.set(`area ${where}`, about(areas.incidents[at] ?? 0))
      const names = (inArea.get(where) ?? []).map((cell) => `cell ${cell}`)
      // What is left over may have joined any area. Assuming that it joined none gives the attacker tighter bounds.
      const ofArea = (isOffMap(where) ? [...names, `cell of ${where}`] : names).map((name) =>
        groups.map((group) => `${name} ${strands.strand[group]}`),
      )
      for (const name of ofArea.flat()) known.set(name, { least: 0, most: about(areas.incidents[at] ?? 0).most })
      sums.push({ whole: `area ${where}`, parts: ofArea.flat() })
      return ofArea
    })
    for (const [column, group] of groups.entries()) {
      const whole = `strand ${block} ${strands.strand[group]}`
      known.set(whole, about(strands.incidents[group] ?? 0))
      sums.push({ whole, parts: secrets.map((row) => row[column] ?? '') })
    }
  }
  return sums
}

/** The finest published area that contains a hexagon. */
function areaOf(cell: string, where: readonly string[]): string {
  for (let resolution = Math.min(resolutionOf(cell), FINEST); resolution >= 0; resolution -= 1) {
    const wider = widen(cell, resolution)
    if (where.includes(wider)) return wider
  }
  return where.find((one) => isOffMap(one) && blockOf(one) === 'elsewhere') ?? ''
}
