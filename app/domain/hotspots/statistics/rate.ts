import { type Cell, FINEST, WIDEST, widen } from '../map/cell.ts'
import type { ReleaseBody } from '../release/release-body.ts'

/** Incidents for a thousand residents in the time of a release. */
export interface Rate {
  perThousand: number
  /** What chance alone would make of a place like this in 19 of 20 releases. */
  least: number
  most: number
}

/** Of fewer residents a rate says nothing: one family more would change it. */
const FEWEST_RESIDENTS = 1_000
const NORMAL_95 = 1.959963984540054

/** The limits are those of Byar for a count by chance (Breslow and Day 1987), from the published number. */
export function rateOf(incidents: number, residents: number): Rate | null {
  if (residents < FEWEST_RESIDENTS) return null
  const limit = (count: number, side: 1 | -1) =>
    count * (1 - 1 / (9 * count) + (side * NORMAL_95) / (3 * Math.sqrt(count))) ** 3
  const perThousand = (count: number) => Math.round((10_000 * count) / residents) / 10
  return {
    perThousand: perThousand(incidents),
    least: perThousand(incidents > 0 ? limit(incidents, -1) : 0),
    most: perThousand(limit(incidents + 1, 1)),
  }
}

/** Residents of each published area: those of a finest hexagon live in the finest area that holds it. */
export function residentsOf(
  { where }: Pick<ReleaseBody['areas'], 'where'>,
  population: ReadonlyMap<Cell, number>,
): Map<string, number> {
  const areas = new Set<string>(where)
  const residents = new Map<string, number>()
  for (const [cell, many] of population) {
    for (let resolution = FINEST; resolution >= WIDEST; resolution -= 1) {
      const around = widen(cell, resolution)
      if (!areas.has(around)) continue
      residents.set(around, (residents.get(around) ?? 0) + many)
      break
    }
  }
  return residents
}
