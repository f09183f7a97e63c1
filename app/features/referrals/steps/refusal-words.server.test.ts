import { describe, expect, it } from 'vitest'
import { sayRefusal } from '../../../forms/refusal-table.server.ts'
import { RECIPIENT_REFUSALS, type RecipientRefusal } from './refusal-words.server.ts'

const REFUSALS: { refusal: RecipientRefusal; status: number; field: string; why: string }[] = [
  { refusal: { kind: 'not-a-worker' }, status: 422, field: 'staffId', why: 'somebody else is chosen' },
  { refusal: { kind: 'attempted-in-the-future' }, status: 422, field: 'attemptedAt', why: 'the time can be corrected' },
  { refusal: { kind: 'attempted-before-it-was-sent' }, status: 422, field: 'attemptedAt', why: 'the same' },
  { refusal: { kind: 'next-try-not-soon' }, status: 422, field: 'nextTryOn', why: 'the day can be corrected' },
  {
    refusal: { kind: 'fields-missing', fields: ['suggestion'] },
    status: 422,
    field: 'suggestedAgencyId',
    why: 'named',
  },
  { refusal: { kind: 'amendment-missing', field: 'reason' }, status: 422, field: 'reason', why: 'named' },
  { refusal: { kind: 'must-have-happened' }, status: 422, field: 'neverHappened', why: 'it did happen' },
  { refusal: { kind: 'already-in-error' }, status: 409, field: '', why: 'a colleague was first' },
  { refusal: { kind: 'not-amendable' }, status: 409, field: '', why: 'it cannot be undone' },
  { refusal: { kind: 'already-done' }, status: 409, field: '', why: 'the form was sent with other answers' },
]

describe('RECIPIENT_REFUSALS', () => {
  it.each(REFUSALS)('$refusal.kind: $why', ({ refusal, status, field }) => {
    expect(sayRefusal(RECIPIENT_REFUSALS, refusal)).toMatchObject({ status, errors: [{ field }] })
    expect(sayRefusal(RECIPIENT_REFUSALS, refusal).errors[0]?.message).toMatch(/^[A-Z].{10}/)
  })

  it('says what is possible when a move came too late', () => {
    const refusal = { kind: 'move-not-possible', state: 'accepted', possible: ['engage'] } as const
    expect(sayRefusal(RECIPIENT_REFUSALS, { ...refusal, possible: [...refusal.possible] })).toEqual({
      status: 409,
      errors: [{ field: '', message: 'This referral is now: accepted. Possible now: Record that we are in contact' }],
      values: {},
    })
  })

  it('answers what is not there as any page that is not there', () => {
    expect(() => sayRefusal(RECIPIENT_REFUSALS, { kind: 'not-found' })).toThrow(
      expect.objectContaining({ status: 404 }),
    )
  })
})
