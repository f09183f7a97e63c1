import type { Cell } from '../map/cell.ts'
import { isDrawable } from '../map/hexagon.ts'
import type { ReleaseBody } from '../release/release-body.ts'
import { adjustForDiscoveries } from './false-discovery.ts'
import { trendOf } from './mann-kendall.ts'
import { twoSidedTail } from './normal-tail.ts'

/**
 * Patterns of emerging hot spot analysis: Gi* of each period with a Mann-Kendall test of its trend, in the categories of
 * ArcGIS, eight for hot spots and the same eight for cold spots.
 */
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
  /** Gi* in the newest release. */
  giStar: number
  hot: SpotPattern | null
  cold: SpotPattern | null
  /** The number of releases in which it was a hotspot (`times`) out of all releases considered (`of`). */
  times: number
  of: number
  /** The published counts have a significant upward trend that is also large enough to matter. */
  rising: boolean
  /** The significant trend of counts or scores, if there is one. */
  trend: 'rising' | 'falling' | null
  /** To look at first: a new, consecutive or intensifying hotspot, or a place above average whose counts rise. */
  emerging: boolean
}

/** Two years of quarters. Every page uses the same number of releases, so that all pages name the same hotspots. */
export const RELEASES_IN_TREND = 8
/** Significance level of a hotspot, after adjustment for the false discovery rate. */
const LEVEL = 0.05
/** A persistent, intensifying or diminishing hotspot is one in at least this share of the releases. */
const NEARLY_ALWAYS = 0.9
/** A rise matters when the mean of the newer half of the releases is at least this multiple of the older half. */
const GROWN = 1.15
/** With fewer releases no trend can be significant at TREND_LEVEL. */
const FEWEST_FOR_TREND = 4
/** Significance level of a trend, as in ArcGIS: the tests have few periods. */
const TREND_LEVEL = 0.1

/** For each hexagon of a release 1 for a hot spot, -1 for a cold spot, 0 when Gi* is not significant. */
export function significantCells({ giStar }: Pick<ReleaseBody['lattice'], 'giStar'>): (1 | 0 | -1)[] {
  const adjusted = adjustForDiscoveries(giStar.map(twoSidedTail))
  return giStar.map((z, at) => ((adjusted[at] ?? 1) > LEVEL ? 0 : z > 0 ? 1 : -1))
}

/**
 * Every hexagon of the newest release with its pattern over the last releases.
 * @param releases the oldest first
 */
export function spotsOf(releases: readonly Pick<ReleaseBody, 'lattice'>[]): Spot[] {
  const tables = releases.slice(-RELEASES_IN_TREND).map(({ lattice }) => {
    const out = significantCells(lattice)
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

/** The emerging places, the highest Gi* first. */
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

/** Significance is not enough: at this level about two of fifty places rise by chance. So the rise must be large, too. */
function rises(counts: readonly number[]): boolean {
  const half = Math.floor(counts.length / 2)
  return slopeOf(counts) > 0 && meanOf(counts.slice(-half)) >= GROWN * meanOf(counts.slice(0, half))
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** 1 for a significant upward trend, -1 for a downward one, 0 otherwise. */
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
