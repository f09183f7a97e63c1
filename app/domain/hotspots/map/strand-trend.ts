import { STRANDS, type StrandId } from '../../cases/strand.ts'
import { upperFirst } from '../../text/first-letter.ts'
import { placeName } from '../places/place-name.ts'
import { sayPeriod } from '../release/period.ts'
import { OFF_MAP, type OffMap, type ReleaseBody } from '../release/release-body.ts'
import { sayChange, sayCount } from './area-words.ts'
import { isDrawable } from './hexagon.ts'
import { strandCounts } from './map-layer.ts'
import type { Change } from './what-changed.ts'

/** One strand in the whole city, over all releases. */
export interface StrandTrend {
  strand: StrandId
  label: string
  /** The newest last; null where a release names the strand nowhere. */
  counts: (number | null)[]
  /** In the areas for which both the newest release and the one before publish it; null where there are none. */
  compared: StrandComparison | null
  /** Areas in which the newest release counts it together with other strands, because it has too few incidents there. */
  notNamed: number
}

interface StrandComparison {
  now: number
  before: number
  /** Whether these are all areas of both releases. */
  isWhole: boolean
}

export function strandTrends(releases: readonly ReleaseBody[], strands: readonly StrandId[]): StrandTrend[] {
  return strands.map((strand) => {
    const [now, before] = [strandCounts(releases.at(-1), strand), strandCounts(releases.at(-2), strand)]
    return {
      strand,
      label: STRANDS[strand].label,
      counts: releases.map((body) => totalOf(strandCounts(body, strand))),
      compared: compareStrand(now, before),
      notNamed: (releases.at(-1)?.blocks.length ?? 0) - now.size,
    }
  })
}

/** Sentences about one strand in the newest release and the one before, from the published numbers of that strand only. */
export function strandChanges(releases: readonly ReleaseBody[], strand: StrandId): Change[] {
  const [now, before] = [releases.at(-1), releases.at(-2)]
  if (!now) return []
  const { label } = STRANDS[strand]
  const [counts, countsBefore] = [strandCounts(now, strand), strandCounts(before, strand)]
  const total = totalOf(counts)
  if (total === null)
    return [{ text: `${label}: too few incidents in ${sayPeriod(now.period)} to publish a number.`, cell: null }]
  const inBoth = [...counts].filter(([block]) => countsBefore.has(block))
  const compared = compareStrand(counts, countsBefore)
  const start = `Whole city: ${sayCount(total)} incidents in ${sayPeriod(now.period)}`
  return [
    { text: `${start}${compared ? `, ${sayStrandChange(compared)}` : ''}.`, cell: null },
    ...inBoth.map(([block, count]) => ({
      text: `${upperFirst(nameOf(block))}: ${sayCount(count)}, ${sayChange(count, countsBefore.get(block) ?? 0)}.`,
      cell: isDrawable(block) ? block : null,
    })),
    { text: 'Hotspots are not calculated for one strand.', cell: null },
  ]
}

function nameOf(block: string): string {
  return isDrawable(block) ? placeName(block) : OFF_MAP[block as OffMap].label
}

function compareStrand(
  counts: ReadonlyMap<string, number>,
  countsBefore: ReadonlyMap<string, number>,
): StrandComparison | null {
  const inBoth = [...counts.keys()].filter((area) => countsBefore.has(area))
  const sumOf = (of: ReadonlyMap<string, number>) => inBoth.reduce((sum, area) => sum + (of.get(area) ?? 0), 0)
  if (inBoth.length === 0) return null
  const isWhole = inBoth.length === counts.size && counts.size === countsBefore.size
  return { now: sumOf(counts), before: sumOf(countsBefore), isWhole }
}

/** A total is compared over the same areas only: one more area would look like a rise. */
export function sayStrandChange({ now, before, isWhole }: StrandComparison): string {
  return `${sayChange(now, before)}${isWhole ? '' : ' in the areas that both releases publish'}`
}

function totalOf(counts: ReadonlyMap<string, number>): number | null {
  return counts.size === 0 ? null : [...counts.values()].reduce((sum, count) => sum + count, 0)
}
