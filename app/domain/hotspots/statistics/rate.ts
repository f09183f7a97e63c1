import { type Cell, FINEST, WIDEST, widen } from '../map/cell.ts'
import type { ReleaseBody } from '../release/release-body.ts'

/** Incidents for each 1,000 residents in the period of a release. */
export interface Rate {
  perThousand: number
  /** The 95 per cent confidence limits of the rate. */
  least: number
  most: number
}

/** With fewer residents the rate is not shown: one more family would change it. */
const FEWEST_RESIDENTS = 1_000
const NORMAL_95 = 1.959963984540054

/**
 * The rate with its limits by Byar's approximation for a Poisson count (Breslow and Day, Statistical Methods in Cancer
 * Research II, 1987, section 2.3). `incidents` is the published, rounded number.
 * @returns null when too few people live there
 */
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

/** Residents of each published area. The residents of a finest hexagon count in the finest area that contains it. */
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
