import { describe, expect, it } from 'vitest'
import { inventedBodies } from '../../../../tests/support/hotspots/invented-releases.ts'
import type { ReleaseBody } from '../release/release-body.ts'
import { strandChanges, strandTrends } from './strand-trend.ts'

const bodies = inventedBodies()
const newest = bodies.at(-1) as ReleaseBody
const race = newest.strands.incidents
  .filter((_, at) => newest.strands.strand[at] === 'race')
  .reduce((sum, count) => sum + count, 0)

describe('strands side by side', () => {
  it('have the published total of the whole city in each release', () => {
    const [trend, age] = strandTrends(bodies, ['race', 'age'])
    expect(trend?.counts).toHaveLength(bodies.length)
    expect(trend?.counts.at(-1)).toBe(race)
    expect(age?.counts).toEqual(bodies.map(() => null))
    expect(trend?.compared?.before).toBeLessThanOrEqual(trend?.counts.at(-2) ?? 0)
    expect(age?.compared).toBeNull()
  })
})

describe('what changed of one strand', () => {
  it('begins with the whole city, compared with the release before', () => {
    expect(strandChanges(bodies, 'race')[0]?.text).toMatch(
      new RegExp(
        `^Whole city: about ${race} incidents in July to September 2026, .+ (than|as) before( in the areas that both releases publish)?\\.$`,
      ),
    )
  })

  it('says nothing of other strands and of hotspots only that there are none', () => {
    const texts = strandChanges(bodies, 'race').map(({ text }) => text)
    expect(texts.filter((text) => /hotspot|stands out/i.test(text))).toEqual([
      'Hotspots are not calculated for one strand.',
    ])
  })

  it('compares totals over the same areas only', () => {
    const { strands } = newest
    const at = strands.strand.indexOf('race')
    const less = {
      ...newest,
      strands: { ...strands, strand: strands.strand.map((one, n) => (n === at ? 'others' : one)) },
    }
    expect(strandChanges([newest, less as ReleaseBody], 'race')[0]?.text).toMatch(/in the areas that both/)
  })

  it('says so where a strand has too few incidents for a number', () => {
    expect(strandChanges(bodies, 'age')[0]?.text).toMatch(/too few incidents/)
    expect(strandChanges([], 'age')).toEqual([])
  })
})
