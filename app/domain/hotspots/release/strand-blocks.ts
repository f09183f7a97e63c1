import { STRANDS, type StrandId } from '../../cases/strand.ts'
import { type Cell, WIDEST, widen } from '../map/cell.ts'
import { type Group, isPublishable } from './disclosure-check.ts'
import type { Incidents } from './incidents.ts'
import type { Area } from './ladder.ts'
import { OFF_MAP, type OffMap, type StrandGroup } from './release-body.ts'
import type { ReleaseRules } from './release-rules.ts'

export interface StrandCount {
  block: Cell | OffMap
  strand: StrandGroup
  group: Group
}

/** The widest hexagon that contains an area. "Elsewhere" and "online" are blocks of their own. */
export function blockOf(where: Area['where']): Cell | OffMap {
  return isOffMap(where) ? where : widen(where, WIDEST)
}

export function isOffMap(where: string): where is OffMap {
  return Object.hasOwn(OFF_MAP, where)
}

/**
 * Counts strands by block. Strands that fail the disclosure check are combined as "others"; while "others" fails too, the
 * smallest strand that passes joins it.
 *
 * A block is a union of areas, so areas and strands are the two margins of one table. The exact range of an inner cell is
 * then [max(0, r + c - N), min(r, c)] (Fréchet bounds), and as every published margin is at or above the threshold, no
 * cell can be shown to lie between 1 and the threshold.
 */
export function countStrands(incidents: Incidents, areas: readonly Area[], rules: ReleaseRules): StrandCount[] {
  const blocks = new Map<Cell | OffMap, number[]>()
  for (const { where, group } of areas) {
    const block = blockOf(where)
    const together = blocks.get(block) ?? []
    for (const at of group) together.push(at)
    blocks.set(block, together)
  }
  return [...blocks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([block, group]) => splitByStrand(incidents, group, rules).map((one) => ({ block, ...one })))
}

function splitByStrand(incidents: Incidents, group: Group, rules: ReleaseRules): Omit<StrandCount, 'block'>[] {
  const byStrand = new Map<number, number[]>()
  for (const at of group) {
    const strand = incidents.strand[at] ?? 0
    const there = byStrand.get(strand)
    if (there) there.push(at)
    else byStrand.set(strand, [at])
  }
  const named = [...byStrand].map(([number, ofStrand]) => ({
    strand: wordOf(incidents.strands[number]),
    group: ofStrand,
  }))
  named.sort((a, b) => b.group.length - a.group.length || (a.strand < b.strand ? -1 : 1))
  const standing = named.filter((one) => one.strand !== 'others' && isPublishable(incidents, one.group, rules))
  let others: number[] = named.filter((one) => !standing.includes(one)).flatMap((one) => one.group)
  while (others.length > 0 && !isPublishable(incidents, others, rules)) {
    const joining = standing.pop()
    if (!joining) return [{ strand: 'all', group }]
    others = [...others, ...joining.group]
  }
  // One published strand would say that every incident of the block was of that strand.
  if (standing.length + Math.sign(others.length) < 2) return [{ strand: 'all', group }]
  return others.length > 0 ? [...standing, { strand: 'others', group: others }] : standing
}

function wordOf(strand: string | undefined): StrandGroup {
  return strand !== undefined && Object.hasOwn(STRANDS, strand) ? (strand as StrandId) : 'others'
}
