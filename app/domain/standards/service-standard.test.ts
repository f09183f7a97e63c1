import { describe, expect, it } from 'vitest'
import {
  ANSWERABLE,
  CLAUSE_IDS,
  type ClauseId,
  DEADLINE_CLAUSES,
  findTimedClause,
  getStandard,
  SERVICE_STANDARDS,
  type Within,
  wordingOf,
} from './service-standard.ts'

describe('the table of service standards', () => {
  it.each<{ clause: ClauseId; within: Within; words: string }>([
    { clause: 'R3', within: { unit: 'working days', count: 2 }, words: 'within 2 working days' },
    { clause: 'R4', within: { unit: 'working days', count: 1 }, words: 'within 1 working day' },
    { clause: 'R8a', within: { unit: 'hours', count: 24 }, words: 'completed within 24 hours' },
    { clause: 'R8b', within: { unit: 'hours', count: 24 }, words: 'graffiti removed within 24 hours' },
    { clause: 'I2', within: { unit: 'working days', count: 1 }, words: 'within 1 working day of the decision' },
    { clause: 'I4b', within: { unit: 'calendar days', count: 5 }, words: 'within five days' },
    { clause: 'V6', within: { unit: 'calendar days', count: 14 }, words: 'within the first two weeks' },
    { clause: 'C4', within: { unit: 'months', count: 2, eligibility: true }, words: 'Two months has passed' },
    {
      clause: 'A1',
      within: { unit: 'calendar days', count: 28, rollForward: true, windowFromDay: 21 },
      words: '4 weeks after',
    },
  ])('$clause gives $within.count $within.unit, as its wording says', ({ clause, within, words }) => {
    expect(getStandard(clause).within).toEqual(within)
    expect(wordingOf(clause)).toContain(words)
  })

  it('holds nine clauses, eight of them deadlines', () => {
    expect(CLAUSE_IDS).toEqual(['R3', 'R4', 'R8a', 'R8b', 'I2', 'I4b', 'V6', 'C4', 'A1'])
    expect(CLAUSE_IDS.filter((clause) => !DEADLINE_CLAUSES.includes(clause))).toEqual(['C4'])
  })

  it('says of each who answers for it, and prompts nobody about a condition', () => {
    expect(SERVICE_STANDARDS.filter(({ answerable }) => !(answerable in ANSWERABLE))).toEqual([])
    expect(getStandard('C4').localPrompts).toEqual([])
  })

  it('names each local prompt of a standard once', () => {
    for (const { localPrompts } of SERVICE_STANDARDS) {
      const steps = localPrompts.map(({ step }) => step)
      expect(new Set(steps).size).toBe(steps.length)
    }
  })

  it.each([
    { text: 'r8A', clause: 'R8a' },
    { text: ' i4b ', clause: 'I4b' },
    { text: 'R8', clause: null },
    { text: 'G1', clause: null },
    { text: '', clause: null },
  ])('reads "$text" as $clause', ({ text, clause }) => {
    expect(findTimedClause(text)).toBe(clause)
  })
})
