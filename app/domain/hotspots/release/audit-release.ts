import { attackReleasedCells } from '../attack/attack-cells.ts'
import type { AttackAttempt, AttackReport } from '../attack/attack-report.ts'
import { controlCity } from '../attack/control-city.ts'
import { attackNaiveMap } from '../attack/naive-map.ts'
import { resolutionOf } from '../map/cell.ts'
import type { BuiltRelease } from './build-release.ts'
import type { Incidents } from './incidents.ts'
import { latticeOf } from './lattice.ts'
import type { ReleaseBody } from './release-body.ts'
import { type Group, standingOf } from './standing.ts'
import { blockOf, isOffMap } from './strand-blocks.ts'
import { checkBody } from './verify-release.ts'

/**
 * Groups that pass also pass together, so that what a difference leaves of larger blocks needs no trial; of a region's
 * hundred thousand it would take minutes.
 */
const MOST_TAKEN_APART = 5_000

/** Attacks a release with everything that is known inside, before anybody sees it. */
export function auditRelease(incidents: Incidents, built: BuiltRelease, earlier: readonly ReleaseBody[]): AttackReport {
  const { body } = built
  // One after the other: what a difference leaves is most of a block each time.
  const standings = Array.from(publishedSets(built), (group) => standingOf(incidents, group))
  const { rules } = body
  const few = standings.filter((one) => one.incidents < rules.incidents || one.clients < rules.clients)
  const single = standings.filter((one) => one.mostOfOne > rules.greatestShare * one.incidents)
  const insiders = standings.filter((one) => one.leastResidual < rules.residualClients)
  const cells = attackReleasedCells(incidents, body)
  const faults = checkBody(body, earlier)
  const attempts: AttackAttempt[] = [
    attempt('thresholds', 'Looks for a number with too few incidents or clients.', standings.length, few.length),
    attempt('one client', 'Looks for a number that is mostly one client.', standings.length, single.length),
    attempt(
      'insiders',
      'Subtracts the incidents of each agency, and of each two, from every number. Looks for fewer clients left than the rules require.',
      standings.length,
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

/** The same for every release: of the real incidents it would tell two people what nobody is to know. */
function control(): AttackReport['control'] {
  if (!known) {
    const { hidden, recovered } = attackNaiveMap(controlCity())
    known = { hidden, recovered }
  }
  return known
}

/** Whether a release may be proposed: nothing was found, by an attacker who finds most of what a naive map hides. */
export function withstands({ attempts, control }: AttackReport): boolean {
  return attempts.every(({ found }) => found === 0) && control.recovered * 2 > control.hidden
}

function attempt(name: string, does: string, tried: number, found: number): AttackAttempt {
  return { name, does, tried, found }
}

/** Every set of incidents whose number can be read off or calculated: areas, strands, blocks, and what a difference leaves. */
function* publishedSets({ areas, strands }: BuiltRelease): Generator<Group> {
  for (const { group } of [...areas, ...strands]) yield group
  for (const [block, within] of Map.groupBy(areas, ({ where }) => blockOf(where))) {
    yield within.flatMap(({ group }) => group)
    for (const sets of [within, strands.filter((one) => one.block === block)])
      if (sets.length > 1 && sizeOf(sets) <= MOST_TAKEN_APART) for (const one of sets) yield without(sets, one)
  }
}

function sizeOf(sets: readonly { group: Group }[]): number {
  return sets.reduce((sum, { group }) => sum + group.length, 0)
}

function without(sets: readonly { group: Group }[], one: { group: Group }): Group {
  return sets.filter((other) => other !== one).flatMap(({ group }) => group)
}

/** The lattice follows from the areas and from nothing else, so it cannot tell more than they do. */
function statisticsTellMore(body: ReleaseBody): number {
  return JSON.stringify(latticeOf(body.areas)) === JSON.stringify(body.lattice) ? 0 : 1
}

function tooFine({ areas, rules }: ReleaseBody): number {
  return areas.where.filter((where) => !isOffMap(where) && resolutionOf(where) > rules.finest).length
}
