import { describe, expect, it, test } from 'vitest'
import { BANK_HOLIDAYS } from '../time/bank-holidays.ts'
import { toDay } from '../time/calendar-day.ts'
import { consequenceOf, contactIntervalInWords, nextContactDay } from './risk-consequence.ts'
import { topFactors, warningsInWords } from './risk-factors.ts'
import { ASSESSED_LEVELS, type AssessedLevel } from './risk-level.ts'
import { type RiskRecord, riskOfCase } from './risk-of-case.ts'
import { answersTo, RISK_QUESTION_IDS, type RiskAnswers } from './risk-question.ts'

const record = (given: Partial<RiskRecord> = {}): RiskRecord => ({
  checkId: 'check',
  completedWith: 'client',
  answers: {},
  computedLevel: 'medium',
  provisional: false,
  warnings: [],
  checkedAt: new Date('2026-11-23T10:00:00Z'),
  change: null,
  incidentSince: null,
  ...given,
})

describe('the risk of a case', () => {
  it('G4: is that of the newest check, or of the change since', () => {
    expect(riskOfCase(record())).toMatchObject({ level: 'medium', seen: 'check', recheckOn: '2026-12-21' })
    const change = { changeId: 'change', to: 'high', changedAt: new Date('2026-11-24T10:00:00Z') } as const
    expect(riskOfCase(record({ change }))).toMatchObject({
      level: 'high',
      computedLevel: 'medium',
      seen: 'change',
      recheckOn: '2026-12-07',
      contactEvery: { count: 2, unit: 'working_day' },
    })
  })

  it('G4: is to be checked again at once after a further incident', () => {
    const incidentSince = new Date('2026-11-25T23:30:00Z')
    expect(riskOfCase(record({ incidentSince }))).toMatchObject({ recheckOn: '2026-11-25', recheckWhy: 'new_incident' })
  })
})

const LEVELS: { level: AssessedLevel; every: string; next: string; recheckDays: number }[] = [
  { level: 'standard', every: 'every 14 days', next: '2027-01-06', recheckDays: 28 },
  { level: 'medium', every: 'every 7 days', next: '2026-12-30', recheckDays: 28 },
  { level: 'high', every: 'every 2 working days', next: '2026-12-29', recheckDays: 14 },
]

test.each(LEVELS)('G4: $level suggests contact $every, also over Christmas', ({ level, every, next, recheckDays }) => {
  const consequence = consequenceOf(level)
  expect(contactIntervalInWords(consequence.contactEvery)).toBe(every)
  expect(nextContactDay(toDay('2026-12-23'), consequence.contactEvery, BANK_HOLIDAYS)).toBe(next)
  expect(consequence.recheckDays).toBe(recheckDays)
  expect(ASSESSED_LEVELS).toHaveLength(LEVELS.length)
})

describe('what another agency learns of the answers', () => {
  const worst: RiskAnswers = Object.fromEntries(
    RISK_QUESTION_IDS.map((question) => [question, Object.keys(answersTo(question)).at(-1)]),
  )

  it('is five factors at most, those that weigh most, and the warnings apart from them', () => {
    expect(topFactors(worst)).toEqual([
      'It happens most days',
      'It is happening more often, or getting worse',
      'Extremely afraid that it will happen again',
      'It happens at or near home',
      'The people responsible know where the client lives, or live close by',
    ])
    expect(warningsInWords(['harm', 'daily_life'])).toEqual([
      'A weapon, fire or a threat to kill',
      'Thoughts of self-harm, or cannot stay at home',
    ])
  })

  it('is nothing where no answer has points, and nothing for a question without a warning answer', () => {
    expect(topFactors({ fear: 'none', support: 'not_said' })).toEqual([])
    expect(warningsInWords(['fear'])).toEqual([])
  })

  it('has words for each answer with points', () => {
    for (const question of RISK_QUESTION_IDS) {
      for (const { points, factor } of Object.values(answersTo(question))) expect(points > 0).toBe(Boolean(factor))
    }
  })
})
