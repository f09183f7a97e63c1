import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, the slowest first: `npm test` prints at its end which they are. */
const SLOWEST = [
  'tests/races/referral-moves.test.ts',
  'tests/attack/fuzz.test.ts',
  'tests/cases/import-commands.test.ts',
  'tests/attack/edge.test.ts',
  'tests/attack/hotspot-pages.test.ts',
  'tests/isolation/routes.test.ts',
  'tests/cases/release-commands.test.ts',
  'app/demo/load-demo.server.test.ts',
  'tests/journeys/sign-in.test.ts',
  'tests/journeys/casework.test.ts',
  'tests/journeys/map.test.ts',
  'tests/journeys/consent-and-refusals.test.ts',
  'tests/journeys/report-to-outcome.test.ts',
]

/**
 * Within a project the slowest files start first, so that no core waits at the end for one that started last: a fresh
 * clone has no times of an earlier run to sort by.
 */
export default class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gone = SLOWEST.filter((file) => !existsSync(join(this.ctx.config.root, file)))
    if (gone.length > 0)
      throw new Error(`Correct the list in tests/support/slowest-first.ts: there is no ${gone.join(', ')}`)
    const sorted = await super.sort(files)
    return sorted.sort(
      (one, other) =>
        one.project.config.sequence.groupOrder - other.project.config.sequence.groupOrder ||
        one.project.name.localeCompare(other.project.name) ||
        rank(one) - rank(other),
    )
  }
}

function rank({ moduleId }: TestSpecification) {
  const place = SLOWEST.findIndex((file) => moduleId.endsWith(file))
  return place < 0 ? SLOWEST.length : place
}
