import { resolutionOf } from '../map/cell.ts'
import type { Incidents } from './incidents.ts'
import { type Area, buildAreas, type LadderGiven } from './ladder.ts'
import { latticeOf } from './lattice.ts'
import type { Period } from './period.ts'
import type { ReleaseBody } from './release-body.ts'
import type { ReleaseSummary } from './release-summary.ts'
import { blockOf, countStrands, isOffMap, type StrandCount } from './strand-blocks.ts'

export interface BuildGiven extends LadderGiven {
  period: Period
  ruleVersion: number
}

/** A release together with the incidents behind each number. The audit needs them; they are never published. */
export interface BuiltRelease {
  body: ReleaseBody
  areas: Area[]
  strands: StrandCount[]
}

/**
 * Builds the release of a period, or null when there are too few incidents to publish even one number. Deterministic: the
 * same incidents and rules give the same bytes, so the SHA-256 of a release can be checked by building it again.
 */
export function buildRelease(incidents: Incidents, given: BuildGiven): BuiltRelease | null {
  const { rules, period, ruleVersion } = given
  const areasBuilt = buildAreas(incidents, given)
  if (!areasBuilt) return null
  const areas = [...areasBuilt].sort((a, b) => (a.where < b.where ? -1 : 1))
  const strands = countStrands(incidents, areas, rules)
  const rounded = (group: readonly number[]) => Math.round(group.length / rules.rounding) * rules.rounding
  const blocks = [...new Set(areas.map(({ where }) => blockOf(where)))].sort()
  const published = {
    where: areas.map(({ where }) => where),
    rest: areas.map(({ rest }): 0 | 1 => (rest ? 1 : 0)),
    incidents: areas.map(({ group }) => rounded(group)),
    block: areas.map(({ where }) => blocks.indexOf(blockOf(where))),
  }
  const body: ReleaseBody = {
    format: 'accord-hotspots-1',
    period: period.name,
    opensAt: period.opensAt.toISOString(),
    closesAt: period.closesAt.toISOString(),
    ruleVersion,
    rules,
    areas: published,
    blocks,
    strands: {
      block: strands.map(({ block }) => blocks.indexOf(block)),
      strand: strands.map(({ strand }) => strand),
      incidents: strands.map(({ group }) => rounded(group)),
    },
    lattice: latticeOf(published),
  }
  return { body, areas, strands }
}

/** Counts and shares in per cent, from the published numbers only; `bytes` is the size of the JSON. */
export function summarise({ areas, strands }: ReleaseBody, bytes: number): ReleaseSummary {
  const total = sumOf(areas.incidents)
  const share = (isIn: (where: string) => boolean) =>
    Math.round((100 * sumOf(areas.incidents.filter((_, at) => isIn(areas.where[at] ?? 'elsewhere')))) / total)
  const finerThan = (resolution: number) => (where: string) => !isOffMap(where) && resolutionOf(where) >= resolution
  return {
    incidents: total,
    areas: areas.where.length,
    atSevenOrFiner: share(finerThan(7)),
    atEight: share(finerThan(8)),
    onTheMap: share((where) => !isOffMap(where)),
    strandGroups: strands.strand.length,
    bytes,
  }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
