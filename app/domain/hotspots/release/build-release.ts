import { resolutionOf } from '../map/cell.ts'
import type { Incidents } from './incidents.ts'
import { type Area, climb, type LadderGiven } from './ladder.ts'
import { latticeOf } from './lattice.ts'
import type { Period } from './period.ts'
import type { ReleaseBody } from './release-body.ts'
import type { ReleaseSummary } from './release-summary.ts'
import { blockOf, countStrands, isOffMap, type StrandCount } from './strand-blocks.ts'

export interface BuildGiven extends LadderGiven {
  period: Period
  ruleVersion: number
}

/** A release with the groups behind its numbers, which whoever audits it needs and nobody publishes. */
export interface BuiltRelease {
  body: ReleaseBody
  areas: Area[]
  strands: StrandCount[]
}

/** Makes the release of a period; null when its incidents are too few for even one number. Same input, same bytes. */
export function buildRelease(incidents: Incidents, given: BuildGiven): BuiltRelease | null {
  const { rules, period, ruleVersion } = given
  const climbed = climb(incidents, given)
  if (!climbed) return null
  const areas = [...climbed].sort((a, b) => (a.where < b.where ? -1 : 1))
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
