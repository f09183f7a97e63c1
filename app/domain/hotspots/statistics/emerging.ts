import type { Cell } from '../map/cell.ts'
import { isDrawable } from '../map/hexagon.ts'
import type { ReleaseBody } from '../release/release-body.ts'
import { adjustForDiscoveries } from './false-discovery.ts'
import { trendOf } from './mann-kendall.ts'
import { twoSidedTail } from './normal-tail.ts'

/** Patterns of a place over several releases, by the names that analysts use; `cold` mirrors each. */
type SpotPattern =
  | 'new'
  | 'consecutive'
  | 'intensifying'
  | 'persistent'
  | 'diminishing'
  | 'sporadic'
  | 'oscillating'
  | 'historical'

export interface Spot {
  cell: Cell
  /** Of the newest release. */
  giStar: number
  hot: SpotPattern | null
  cold: SpotPattern | null
  /** In how many of the releases it was a hotspot, and of how many. */
  times: number
  of: number
  /** Published counts rise from release to release more often than chance would have it. */
  rising: boolean
  /** Of counts or scores: more often than chance would have it. */
  trend: 'rising' | 'falling' | null
  /** What coordinators are to look at first: new, consecutive, intensifying, or rising towards it. */
  emerging: boolean
}

/**
 * Two years of quarters. Every page calculates its trends from as many releases: calculated from more, a page would name
 * other places than the page beside it.
 */
export const RELEASES_IN_TREND = 8
/** Significance after false discoveries are allowed for. */
const LEVEL = 0.05
const NEARLY_ALWAYS = 0.9
/** The newer half of releases against the older one. */
const GROWN = 1.15
/** Fewer releases tell of no trend. */
const FEWEST_FOR_TREND = 4
/** Of a trend, as analysts of emerging hotspots take it. */
const TREND_LEVEL = 0.1

/** Which hexagons of a release stand out: 1 above, -1 below, 0 neither. */
export function standingOut({ giStar }: Pick<ReleaseBody['lattice'], 'giStar'>): (1 | 0 | -1)[] {
  const adjusted = adjustForDiscoveries(giStar.map(twoSidedTail))
  return giStar.map((z, at) => ((adjusted[at] ?? 1) > LEVEL ? 0 : z > 0 ? 1 : -1))
}

/** Every hexagon of the newest release with its pattern over the last releases; the oldest release comes first. */
export function spotsOf(releases: readonly Pick<ReleaseBody, 'lattice'>[]): Spot[] {
  const tables = releases.slice(-RELEASES_IN_TREND).map(({ lattice }) => {
    const out = standingOut(lattice)
    return new Map(
      lattice.cell.map((cell, at) => [
        cell,
        { z: lattice.giStar[at] ?? 0, incidents: lattice.incidents[at] ?? 0, out: out[at] ?? 0 },
      ]),
    )
  })
  return [...(tables.at(-1)?.keys() ?? [])].map((cell) => {
    const history = tables.map((table) => table.get(cell) ?? { z: 0, incidents: 0, out: 0 as const })
    return spotOf(cell, history)
  })
}

/** The places to look at first, the strongest first. */
export function emergingOf(spots: readonly Spot[]): Spot[] {
  return spots.filter(({ cell, emerging }) => emerging && isDrawable(cell)).sort((a, b) => b.giStar - a.giStar)
}

/** Whether it is a hotspot in the newest release. */
export function isHot({ hot }: Pick<Spot, 'hot'>): boolean {
  return hot !== null && hot !== 'historical'
}

interface Past {
  z: number
  incidents: number
  out: 1 | 0 | -1
}

export function spotOf(cell: Cell, history: readonly Past[]): Spot {
  const slope = slopeOf(history.map(({ z }) => z))
  const rising = rises(history.map(({ incidents }) => incidents))
  const out = history.map((past) => past.out)
  const giStar = history.at(-1)?.z ?? 0
  const hot = patternOf(out, slope)
  const cold = patternOf(
    out.map((sign) => -sign),
    -slope,
  )
  const emerging = hot === 'new' || hot === 'consecutive' || hot === 'intensifying' || (rising && giStar > 0)
  const times = out.filter((sign) => sign > 0).length
  const trend = rising || slope > 0 ? 'rising' : slope < 0 ? 'falling' : null
  return { cell, giStar, hot, cold, times, of: out.length, rising, trend, emerging }
}

/** A trend that is more than chance, and large enough to matter: of fifty places two rise by chance alone. */
function rises(counts: readonly number[]): boolean {
  const half = Math.floor(counts.length / 2)
  return slopeOf(counts) > 0 && meanOf(counts.slice(-half)) >= GROWN * meanOf(counts.slice(0, half))
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** 1 for a rise that is more than chance, -1 for a fall. */
function slopeOf(values: readonly number[]): number {
  if (values.length < FEWEST_FOR_TREND) return 0
  const { z, p } = trendOf(values)
  return p <= TREND_LEVEL ? Math.sign(z) : 0
}

function patternOf(out: readonly number[], slope: number): SpotPattern | null {
  const times = out.filter((sign) => sign > 0).length
  const often = times >= NEARLY_ALWAYS * out.length
  const now = (out.at(-1) ?? 0) > 0
  if (!now) return often && times > 0 ? 'historical' : null
  const run = out.length - 1 - out.findLastIndex((sign) => sign <= 0)
  if (times === 1 && out.length > 1) return 'new'
  if (often) return slope > 0 ? 'intensifying' : slope < 0 ? 'diminishing' : 'persistent'
  if (run === times) return 'consecutive'
  return out.some((sign) => sign < 0) ? 'oscillating' : 'sporadic'
}
