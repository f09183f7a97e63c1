import { isCell, resolutionOf } from '../map/cell.ts'
import { latticeOf } from './lattice.ts'
import { findPeriod } from './period.ts'
import type { ReleaseBody } from './release-body.ts'
import { findLooser } from './release-rules.ts'
import { blockOf, isOffMap } from './strand-blocks.ts'

/**
 * Checks a published release against its own file and the earlier releases, without any incident, so that every reader
 * can run it. Attacks that need the incidents are in `auditRelease`.
 * @returns the faults in words; empty when there are none
 */
export function checkBody(body: ReleaseBody, earlier: readonly ReleaseBody[]): string[] {
  return [
    ...checkStructure(body),
    ...checkThresholds(body),
    ...checkMargins(body),
    ...checkLattice(body),
    ...earlier.flatMap((other) => checkAgainst(body, other)),
  ]
}

function checkStructure({ format, areas, strands, lattice, period, opensAt, closesAt, rules }: ReleaseBody): string[] {
  const faults: string[] = []
  if (format !== 'accord-hotspots-1') faults.push(`The format ${format} is not known here.`)
  const known = findPeriod(period)
  if (known?.opensAt.toISOString() !== opensAt || known.closesAt.toISOString() !== closesAt)
    faults.push(`The period ${period} does not run from ${opensAt} to ${closesAt}.`)
  for (const [name, columns] of Object.entries({ areas, strands, lattice }))
    if (new Set(Object.values(columns as object).map((column: unknown[]) => column.length)).size > 1)
      faults.push(`The columns of ${name} are not of one length.`)
  for (const where of areas.where) {
    if (isOffMap(where)) continue
    if (!isCell(where)) faults.push(`${where} is no hexagon.`)
    else if (resolutionOf(where) > rules.finest) faults.push(`${where} is finer than the rules allow.`)
  }
  if (new Set(areas.where).size < areas.where.length) faults.push('A hexagon appears twice.')
  return faults
}

function checkThresholds({ areas, strands, rules }: ReleaseBody): string[] {
  const counts = [...areas.incidents, ...strands.incidents]
  const small = counts.filter((count) => count < rules.incidents).length
  const odd = counts.filter((count) => count % rules.rounding !== 0).length
  return [
    ...(findLooser(rules) ? ['The rules are looser than the portal allows.'] : []),
    ...(small > 0 ? [`${small} numbers are less than ${rules.incidents}.`] : []),
    ...(odd > 0 ? [`${odd} numbers are not rounded to ${rules.rounding}.`] : []),
  ]
}

/** Areas and strands of a block count the same incidents, so their sums differ by rounding at most. */
function checkMargins({ areas, blocks, strands, rules }: ReleaseBody): string[] {
  const faults: string[] = []
  for (const [at, where] of areas.where.entries())
    if (blocks[areas.block[at] ?? -1] !== blockOf(where)) faults.push(`${where} is counted in another block.`)
  for (const [number, block] of blocks.entries()) {
    const ofAreas = areas.incidents.filter((_, at) => areas.block[at] === number)
    const ofStrands = strands.incidents.filter((_, at) => strands.block[at] === number)
    const apart = Math.abs(sumOf(ofAreas) - sumOf(ofStrands))
    if (apart > ((ofAreas.length + ofStrands.length) * rules.rounding) / 2)
      faults.push(`The strands of ${block} do not add up to its areas.`)
  }
  return faults
}

function checkLattice({ areas, lattice }: ReleaseBody): string[] {
  return JSON.stringify(latticeOf(areas)) === JSON.stringify(lattice)
    ? []
    : ['The scores do not follow from the published counts alone.']
}

/** Releases of overlapping periods could be subtracted from each other, and the difference could be a few incidents. */
function checkAgainst(body: ReleaseBody, other: ReleaseBody): string[] {
  return body.opensAt < other.closesAt && other.opensAt < body.closesAt
    ? [`${body.period} and ${other.period} overlap: subtracting one from the other would reveal the difference.`]
    : []
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
