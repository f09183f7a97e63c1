import { expect, test } from 'vitest'
import { reasonsOfLevel } from './risk-reasons.ts'

const scored = {
  score: 14,
  computedLevel: 'medium',
  warnings: [],
  declined: false,
  notAnswered: 0,
  provisional: false,
} as const

test.each([
  { why: 'a score', check: scored, reasons: ['The score is 14. Medium is 11 to 19.'] },
  {
    why: 'a high score with questions left',
    check: { ...scored, score: 20, computedLevel: 'high', notAnswered: 4, provisional: true } as const,
    reasons: ['The score is 20. High is 20 to 35.', 'The level is provisional: 4 questions are not answered.'],
  },
  {
    why: 'a warning, whatever the score',
    check: { ...scored, score: 4, computedLevel: 'high', warnings: ['harm'] } as const,
    reasons: ['A warning answer makes it High: A weapon, fire or a threat to kill.'],
  },
  {
    why: 'a judgement',
    check: { ...scored, score: 0, declined: true, notAnswered: 14, provisional: true },
    reasons: ['The client declined the check. The level is the case worker’s judgement.'],
  },
])('G4: a level has its reasons in words: $why', ({ check, reasons }) => {
  expect(reasonsOfLevel(check)).toEqual(reasons)
})
