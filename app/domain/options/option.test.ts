import { assert, constantFrom, property, uniqueArray } from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  answersFor,
  areOptionsComplete,
  checkOptionAnswer,
  checkOptionWanted,
  OPTION_IDS,
  OPTIONS,
  unansweredOptions,
} from './option.ts'

describe('the options of a case', () => {
  test('G7: are the five of the standard, in its order', () => {
    expect(Object.values(OPTIONS).map(({ clause }) => clause)).toEqual(['G7a', 'G7b', 'G7c', 'G7d', 'G7e'])
  })

  test('G7: are complete when all five are answered, and with any one blank they are not', () => {
    assert(
      property(uniqueArray(constantFrom(...OPTION_IDS)), (answered) => {
        const rows = answered.map((option) => ({ option }))
        expect(areOptionsComplete(rows)).toBe(answered.length === 5)
        expect([...unansweredOptions(rows), ...answered].toSorted()).toEqual(OPTION_IDS.toSorted())
      }),
    )
  })
})

describe('an answer about an option', () => {
  it.each([
    { option: 'rehousing', answer: 'not_relevant', reason: 'Lives with her parents', refusal: null },
    { option: 'storage', answer: 'not_relevant', reason: ' ', refusal: 'not-relevant-reason-missing' },
    { option: 'target_hardening', answer: 'not_relevant', reason: 'Else', refusal: 'option-always-relevant' },
    { option: 'referral', answer: 'not_relevant', reason: 'Else', refusal: 'option-always-relevant' },
    { option: 'perpetrator_action', answer: 'no', reason: '', refusal: null },
    { option: 'target_hardening', answer: 'wants', reason: '', refusal: null },
  ] as const)('$option, $answer: $refusal', ({ refusal, ...answered }) => {
    const checked = checkOptionAnswer(answered)
    expect(checked.ok ? null : checked.refusal.kind).toBe(refusal)
  })

  test('G7d, G7e: only the exceptional options offer “not relevant”', () => {
    const irrelevant = OPTION_IDS.filter((option) => answersFor(option).includes('not_relevant'))
    expect(irrelevant).toEqual(['rehousing', 'storage'])
  })
})

test('G8: the agency acts on an option only after it was discussed, and not against the newest answer', () => {
  expect(checkOptionWanted('rehousing', null)).toMatchObject({ refusal: { kind: 'option-not-discussed' } })
  for (const answer of ['no', 'not_relevant'] as const)
    expect(checkOptionWanted('rehousing', answer)).toMatchObject({ refusal: { kind: 'option-not-wanted' } })
  for (const answer of ['wants', 'not_now'] as const) expect(checkOptionWanted('rehousing', answer).ok).toBe(true)
})
