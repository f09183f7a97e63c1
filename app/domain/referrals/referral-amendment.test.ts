import { describe, expect, it } from 'vitest'
import { MOVE_IDS } from './referral.ts'
import { AMENDABLE_MOVES, canAmend, decideAmendment } from './referral-amendment.ts'

const words = { neverHappened: false, reason: '', suggestion: '', message: '' }
const step = (move: (typeof MOVE_IDS)[number], errorAt: Date | null = null) => ({ move, errorAt })

describe('decideAmendment', () => {
  it.each([
    { move: 'record_outcome', by: { reason: 'could_not_help' }, expected: { ok: true, value: { replaced: true } } },
    {
      move: 'record_outcome',
      by: { reason: 'no_answer' },
      expected: { refusal: { kind: 'amendment-missing', field: 'reason' } },
      why: 'an id of another list',
    },
    {
      move: 'decline',
      by: { reason: 'wrong_area' },
      expected: { refusal: { kind: 'amendment-missing', field: 'suggestion' } },
    },
    { move: 'ask_for_more', by: {}, expected: { refusal: { kind: 'amendment-missing', field: 'message' } } },
    { move: 'engage', by: {}, expected: { ok: true, value: { replaced: true } } },
    { move: 'engage', by: { neverHappened: true }, expected: { ok: true, value: { replaced: false } } },
    { move: 'record_outcome', by: { neverHappened: true }, expected: { refusal: { kind: 'must-have-happened' } } },
    { move: 'accept', by: {}, expected: { refusal: { kind: 'not-amendable' } } },
    { move: 'withdraw_for_client', by: {}, expected: { refusal: { kind: 'not-amendable' } } },
  ] as const)('$move with $by', ({ move, by, expected }) => {
    expect(decideAmendment(step(move), { ...words, ...by })).toMatchObject(expected)
  })

  it('marks a step once: what replaced it is amended next', () => {
    const marked = step('engage', new Date('2026-11-20'))
    expect(canAmend(marked)).toBe(false)
    expect(decideAmendment(marked, words)).toMatchObject({ refusal: { kind: 'already-in-error' } })
  })

  it('offers it for steps that say something, and for no others', () => {
    expect(MOVE_IDS.filter((move) => canAmend(step(move)))).toEqual(
      MOVE_IDS.filter((move) => (AMENDABLE_MOVES as readonly string[]).includes(move)),
    )
  })
})
