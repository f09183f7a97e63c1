import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRows, cellAt, rowsOf } from '../../../../tests/support/hotspots/incident-rows.ts'
import { resolutionOf } from '../map/cell.ts'
import { isPublishable } from './disclosure-check.ts'
import { toIncidents } from './incidents.ts'
import { buildAreas } from './ladder.ts'
import { FIRST_RULES } from './release-rules.ts'
import { blockOf, countStrands, isOffMap } from './strand-blocks.ts'

const rules = FIRST_RULES
const built = (rows: Parameters<typeof toIncidents>[0]) => {
  const incidents = toIncidents(rows)
  const areas = buildAreas(incidents, { rules, protectedCells: [] }) ?? []
  return { incidents, areas, strands: countStrands(incidents, areas, rules) }
}

describe('G12: strands of a block', () => {
  it('add up to its areas, share no incident, and all pass', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { incidents, areas, strands } = built(rows)
        for (const block of new Set(areas.map(({ where }) => blockOf(where)))) {
          const ofAreas = areas.filter(({ where }) => blockOf(where) === block).flatMap(({ group }) => group)
          const ofStrands = strands.filter((one) => one.block === block).flatMap(({ group }) => group)
          expect(ofStrands.sort((a, b) => a - b)).toEqual(ofAreas.sort((a, b) => a - b))
        }
        expect(strands.filter(({ group }) => !isPublishable(incidents, group, rules))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('never say that all of a block is one strand', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { strands } = built(rows)
        for (const [, ofBlock] of Map.groupBy(strands, ({ block }) => block))
          if (ofBlock.length === 1) expect(ofBlock[0]?.strand).toBe('all')
      }),
    )
  })

  const many = (strand: string, incidents: number) => ({ place: cellAt(0), incidents, strand })
  it.each([
    { given: [many('race', 20), many('religion', 12)], strands: ['race 20', 'religion 12'], why: 'both pass' },
    { given: [many('race', 20)], strands: ['all 20'], why: 'alone it would tell that there was no other' },
    {
      given: [many('race', 20), many('religion', 6), many('disability', 5)],
      strands: ['race 20', 'others 11'],
      why: 'small ones together',
    },
    {
      given: [many('race', 20), many('religion', 12), many('disability', 3)],
      strands: ['race 20', 'others 15'],
      why: 'the smallest that may be published joins what may not',
    },
    { given: [many('race', 20), many('religion', 3)], strands: ['all 23'], why: 'a difference would show the three' },
    {
      given: [many('race', 20), many('no such strand', 15)],
      strands: ['race 20', 'others 15'],
      why: 'a strand that nobody knows any more',
    },
  ])('are $strands: $why', ({ given, strands }) => {
    expect(built(rowsOf(...given)).strands.map(({ strand, group }) => `${strand} ${group.length}`)).toEqual(strands)
  })
})

it('a block is a widest hexagon, or a word for what has none', () => {
  expect(resolutionOf(blockOf(cellAt(0)))).toBe(5)
  expect(blockOf('online')).toBe('online')
  expect([isOffMap('elsewhere'), isOffMap(cellAt(0)), isOffMap('toString')]).toEqual([true, false, false])
})
