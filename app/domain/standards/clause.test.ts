import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  CLAUSES,
  listClausesOf,
  listPointsOf,
  listTickedClauses,
  type PublishedClauseId,
  STANDARD_SECTIONS,
} from './clause.ts'

/** SHA-256 of the printed standard without its title, ticks and bullets: one line each, joined by line feeds. */
const FINGERPRINT = '415245666a6be4a5b8ec1a3912c00b15a8c599cb56b878e39221fdf67d81c43a'

const inOrder = STANDARD_SECTIONS.flatMap((section) =>
  listClausesOf(section).flatMap((clauseId) => [clauseId, ...listPointsOf(clauseId)]),
)

describe('the published standard', () => {
  it('has 41 ticked clauses', () => {
    expect(listTickedClauses()).toHaveLength(41)
  })

  it.each([
    { section: 'General', count: 14 },
    { section: 'Reporting Hate Crime', count: 8 },
    { section: 'At the Interview', count: 7 },
    { section: 'Investigation', count: 7 },
    { section: 'Further Action', count: 2 },
    { section: 'Closing the Complaint', count: 1 },
    { section: 'After-Care', count: 2 },
    { section: 'SUPPORT PACKS', count: 1 },
  ])('has $count clauses in $section', ({ section, count }) => {
    expect(STANDARD_SECTIONS.filter(({ heading }) => heading === section).flatMap(listClausesOf)).toHaveLength(count)
  })

  it.each<{ clauseId: PublishedClauseId; points: string[] }>([
    { clauseId: 'G7', points: ['G7a', 'G7b', 'G7c', 'G7d', 'G7e'] },
    { clauseId: 'C1', points: ['C2', 'C3', 'C4', 'C5', 'C6', 'C7'] },
    { clauseId: 'S1', points: ['S1a', 'S1b', 'S1c', 'S1d'] },
    { clauseId: 'R3', points: [] },
  ])('lists the points of $clauseId', ({ clauseId, points }) => {
    expect(listPointsOf(clauseId)).toEqual(points)
  })

  it('shows every clause once, in some section', () => {
    expect(inOrder).toEqual(Object.keys(CLAUSES))
  })

  it('is word for word what was printed, from the first heading to the last line', () => {
    const lines = STANDARD_SECTIONS.flatMap((section) => [
      section.heading,
      ...(section.introduction === '' ? [] : [section.introduction]),
      ...listClausesOf(section).flatMap((clauseId) => [clauseId, ...listPointsOf(clauseId)].map(wordingOf)),
    ])
    expect(createHash('sha256').update(lines.join('\n')).digest('hex')).toBe(FINGERPRINT)
  })
})

function wordingOf(clauseId: PublishedClauseId): string {
  return CLAUSES[clauseId].wording
}
