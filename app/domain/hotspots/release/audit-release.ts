import { attackReleasedCells } from '../attack/attack-cells.ts'
import type { AttackAttempt, AttackReport } from '../attack/attack-report.ts'
import { controlCity } from '../attack/control-city.ts'
import { attackNaiveMap } from '../attack/naive-map.ts'
import { resolutionOf } from '../map/cell.ts'
import type { BuiltRelease } from './build-release.ts'
import { type Group, measureGroup } from './disclosure-check.ts'
import type { Incidents } from './incidents.ts'
import { latticeOf } from './lattice.ts'
import type { ReleaseBody } from './release-body.ts'
import { blockOf, isOffMap } from './strand-blocks.ts'
import { checkBody } from './verify-release.ts'

/**
 * Differences are tried only in blocks of up to so many incidents. What a difference leaves is a union of published groups,
 * which passes when they do, and trying it in a block of a hundred thousand incidents would take minutes.
 */
const LARGEST_SUBTRACTED = 5_000

/**
 * The intruder test of a release, with the incidents at hand, before anyone may see it: thresholds, dominance, insiders,
 * differencing between published numbers, inversion of statistics, resolution, and comparison with earlier releases.
 */
export function auditRelease(incidents: Incidents, built: BuiltRelease, earlier: readonly ReleaseBody[]): AttackReport {
  const { body } = built
  // One group at a time: each difference is most of a block, and all of them together would not fit into memory.
  const measured = Array.from(publishedSets(built), (group) => measureGroup(incidents, group))
  const { rules } = body
  const few = measured.filter((one) => one.incidents < rules.incidents || one.clients < rules.clients)
  const single = measured.filter((one) => one.mostOfOne > rules.greatestShare * one.incidents)
  const insiders = measured.filter((one) => one.leastResidual < rules.residualClients)
  const cells = attackReleasedCells(incidents, body)
  const faults = checkBody(body, earlier)
  const attempts: AttackAttempt[] = [
    attempt('thresholds', 'Looks for a number with too few incidents or clients.', measured.length, few.length),
    attempt('one client', 'Looks for a number that is mostly one client.', measured.length, single.length),
    attempt(
      'insiders',
      'Subtracts the incidents of each agency, and of each two, from every number. Looks for fewer clients left than the rules require.',
      measured.length,
      insiders.length,
    ),
    attempt(
      'differences',
      'Subtracts published numbers from each other to find hidden numbers, and narrows down each hexagon by strand.',
      cells.tried,
      cells.pinned,
    ),
    attempt(
      'statistics',
      'Tries to calculate the counts from the scores.',
      body.lattice.cell.length,
      statisticsTellMore(body),
    ),
    attempt('places', 'Looks for a hexagon finer than the rules allow.', body.areas.where.length, tooFine(body)),
    attempt('other releases', 'Compares the release with all earlier ones.', earlier.length, faults.length),
  ]
  return { attempts, control: control() }
}

let known: AttackReport['control'] | undefined

/** On an invented city, the same for every release: a control on the real incidents would publish what it recovers. */
function control(): AttackReport['control'] {
  if (!known) {
    const { hidden, recovered } = attackNaiveMap(controlCity())
    known = { hidden, recovered }
  }
  return known
}

/**
 * Whether a release may be proposed: no attack found anything, and the same attacks recover more than half of the hidden
 * counts of a naive map. Without this positive control a broken attack would pass.
 */
export function isSafeToPropose({ attempts, control }: AttackReport): boolean {
  return attempts.every(({ found }) => found === 0) && control.recovered * 2 > control.hidden
}

function attempt(name: string, does: string, tried: number, found: number): AttackAttempt {
  return { name, does, tried, found }
}

/** Every group whose number is published or can be derived: areas, strands, blocks, and a block without one of its parts. */
function* publishedSets({ areas, strands }: BuiltRelease): Generator<Group> {
  for (const { group } of [...areas, ...strands]) yield group
  for (const [block, within] of Map.groupBy(areas, ({ where }) => blockOf(where))) {
    yield within.flatMap(({ group }) => group)
    for (const sets of [within, strands.filter((one) => one.block === block)])
      if (sets.length > 1 && sizeOf(sets) <= LARGEST_SUBTRACTED) for (const one of sets) yield without(sets, one)
  }
}

function sizeOf(sets: readonly { group: Group }[]): number {
  return sets.reduce((sum, { group }) => sum + group.length, 0)
}

function without(sets: readonly { group: Group }[], one: { group: Group }): Group {
  return sets.filter((other) => other !== one).flatMap(({ group }) => group)
}

/** Scores that follow from the published areas reveal no more than the areas do. */
function statisticsTellMore(body: ReleaseBody): number {
  return JSON.stringify(latticeOf(body.areas)) === JSON.stringify(body.lattice) ? 0 : 1
}

function tooFine({ areas, rules }: ReleaseBody): number {
  return areas.where.filter((where) => !isOffMap(where) && resolutionOf(where) > rules.finest).length
}
