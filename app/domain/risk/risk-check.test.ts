import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { decideRiskCheck, type RiskCheckGiven, type RiskNow, scoreRisk } from './risk-check.ts'
import { ASSESSED_LEVELS, compareLevels, levelOfScore, RISK_BANDS } from './risk-level.ts'
import {
  answersTo,
  findAnswer,
  NOT_SAID,
  RISK_QUESTION_IDS,
  type RiskAnswers,
  type RiskQuestionId,
} from './risk-question.ts'

const anyAnswer = (question: RiskQuestionId) => fc.constantFrom(...Object.keys(answersTo(question)), NOT_SAID)
const anyAnswers = fc.record(
  Object.fromEntries(RISK_QUESTION_IDS.map((question) => [question, anyAnswer(question)])),
) as fc.Arbitrary<RiskAnswers>
const anyQuestion = fc.constantFrom(...RISK_QUESTION_IDS)

const each = (pick: (question: RiskQuestionId) => string): RiskAnswers =>
  Object.fromEntries(RISK_QUESTION_IDS.map((question) => [question, pick(question)]))
const mildest = each((question) => Object.keys(answersTo(question))[0] ?? '')
const worst = each((question) => Object.keys(answersTo(question)).at(-1) ?? '')

const given = (change: Partial<RiskCheckGiven> = {}): RiskCheckGiven => ({
  completedWith: 'client',
  answers: mildest,
  judgedLevel: null,
  judgementReason: '',
  ...change,
})

describe('the risk check', () => {
  it('G4: has 14 questions whose answers go from 0 to 35 points, in rising order', () => {
    expect(RISK_QUESTION_IDS).toHaveLength(14)
    expect(scoreRisk(mildest).score).toBe(0)
    expect(scoreRisk(worst).score).toBe(35)
    for (const question of RISK_QUESTION_IDS) {
      const points = Object.values(answersTo(question)).map((row) => row.points)
      expect(points).toEqual([...points].sort((first, second) => first - second))
    }
  })

  it('G4: never scores lower for an answer with more points, nor more than 35', () => {
    fc.assert(
      fc.property(anyAnswers, anyQuestion, (answers, question) => {
        const scores = Object.keys(answersTo(question)).map((answer) => scoreRisk({ ...answers, [question]: answer }))
        for (const [at, next] of scores.slice(1).entries()) {
          const before = scores[at]
          if (!before) throw new Error('Each answer has a score.')
          expect(next.score).toBeGreaterThan(before.score)
          expect(compareLevels(next.level, before.level)).toBeGreaterThanOrEqual(0)
          expect(next.score).toBeLessThanOrEqual(35)
        }
      }),
    )
  })

  it('G4: is High for any warning answer, whatever the score', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const warned = RISK_QUESTION_IDS.filter((question) => findAnswer(answers, question)?.warning)
        const { level, score, warnings } = scoreRisk(answers)
        expect(warnings).toEqual(warned)
        expect(level).toBe(warned.length > 0 ? 'high' : levelOfScore(score))
      }),
    )
    expect(scoreRisk({ ...mildest, harm: 'life' })).toMatchObject({ score: 4, level: 'high' })
    expect(scoreRisk({ ...mildest, daily_life: 'crisis' })).toMatchObject({ score: 4, level: 'high' })
  })

  test.each([
    { score: 0, level: 'standard' },
    { score: 10, level: 'standard' },
    { score: 11, level: 'medium' },
    { score: 19, level: 'medium' },
    { score: 20, level: 'high' },
    { score: 35, level: 'high' },
  ])('G4: gives $level for a score of $score', ({ score, level }) => {
    expect(levelOfScore(score)).toBe(level)
    expect(ASSESSED_LEVELS.map((one) => RISK_BANDS[one].from)).toEqual([0, 11, 20])
  })

  it('G4: is provisional from four questions that the client would rather not answer, which score nothing', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { provisional, notAnswered, score } = scoreRisk(answers)
        const unsaid = RISK_QUESTION_IDS.filter((question) => answers[question] === NOT_SAID)
        expect(notAnswered).toEqual(unsaid)
        expect(provisional).toBe(unsaid.length >= 4)
        const asIfMildest = Object.fromEntries(unsaid.map((question) => [question, mildest[question]]))
        expect(scoreRisk({ ...answers, ...asIfMildest }).score).toBe(score)
      }),
    )
  })

  it('G4: keeps an earlier warning until the client answers its question differently', () => {
    const standing: RiskQuestionId[] = ['harm']
    expect(scoreRisk({ ...mildest, harm: NOT_SAID }, standing)).toMatchObject({ level: 'high', warnings: ['harm'] })
    expect(scoreRisk(mildest, standing)).toMatchObject({ level: 'standard', warnings: [] })
  })
})

const high: RiskNow = { level: 'high', warnings: [] }
const declined = (judgedLevel: RiskCheckGiven['judgedLevel'], judgementReason = 'She will not speak of it.') =>
  given({ completedWith: 'client_declined', answers: {}, judgedLevel, judgementReason })

describe('decideRiskCheck', () => {
  const { harm: _harm, fear: _fear, ...withoutTwo } = mildest
  const refusals: { why: string; check: RiskCheckGiven; before?: RiskNow; refusal: object }[] = [
    {
      why: 'each question is answered, or the client would rather not say',
      check: given({ answers: withoutTwo }),
      refusal: { kind: 'questions-left', questions: ['harm', 'fear'] },
    },
    {
      why: 'a client who answers nothing declined',
      check: given({ answers: each(() => NOT_SAID) }),
      refusal: { kind: 'nothing-answered' },
    },
    {
      why: 'a client who answered did not decline',
      check: { ...declined('medium'), answers: { fear: 'quite' } },
      refusal: { kind: 'answers-although-declined' },
    },
    { why: 'declined needs a judgement', check: declined(null), refusal: { kind: 'judgement-missing' } },
    { why: 'and its reason', check: declined('medium', ' '), refusal: { kind: 'judgement-reason-missing' } },
    {
      why: 'a judgement does not lower a level',
      check: declined('medium'),
      before: high,
      refusal: { kind: 'not-a-manager' },
    },
    {
      why: 'nor end a warning',
      check: declined('medium'),
      before: { level: 'high', warnings: ['harm'] },
      refusal: { kind: 'warning-stands' },
    },
  ]
  test.each(refusals)('G4: refuses, because $why', ({ check, before = null, refusal }) => {
    expect(decideRiskCheck(check, before, false)).toEqual({ ok: false, refusal })
  })

  it('G4: takes the judgement of the case worker with a reason where the client declined', () => {
    expect(decideRiskCheck(declined('medium'), null, false)).toMatchObject({
      ok: true,
      value: { level: 'medium', score: 0, provisional: true, judgementReason: 'She will not speak of it.' },
    })
  })

  it('G4: lets a manager judge lower, but not while a warning stands', () => {
    expect(decideRiskCheck(declined('medium'), high, true).ok).toBe(true)
    expect(decideRiskCheck(declined('medium'), { level: 'high', warnings: ['harm'] }, true)).toMatchObject({
      refusal: { kind: 'warning-stands' },
    })
  })
})
