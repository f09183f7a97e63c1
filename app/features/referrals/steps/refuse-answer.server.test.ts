import { describe, expect, it } from 'vitest'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { type AnswerRefusal, answerWords, refuseAnswer } from './refuse-answer.server.ts'

const REFUSALS: { refusal: AnswerRefusal; status: number; field: string; why: string }[] = [
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

describe('answerWords', () => {
  it.each(REFUSALS)('$refusal.kind: $why', ({ refusal, status, field }) => {
    expect(answerWords(refusal)).toMatchObject({ status, field })
    expect(answerWords(refusal).message).toMatch(/^[A-Z].{10}/)
  })

  it('says what is possible when a move came too late', () => {
    const refusal = { kind: 'move-not-possible', state: 'accepted', possible: ['engage'] } as const
    expect(answerWords({ ...refusal, possible: [...refusal.possible] })).toEqual({
      status: 409,
      field: '',
      message: 'This referral is now: accepted. Possible now: Record that we are in contact',
    })
  })
})

describe('refuseAnswer', () => {
  it('answers what is not there as any page that is not there', () => {
    expect(() => refuseAnswer(EMPTY_FORM, { kind: 'not-found' })).toThrow(expect.objectContaining({ status: 404 }))
  })

  it('gives the form back with what is wrong', () => {
    const answer = refuseAnswer(EMPTY_FORM, { kind: 'next-try-not-soon' })
    expect(answer.init).toMatchObject({ status: 422 })
    expect(answer.data.form.errors).toEqual([
      { field: 'nextTryOn', message: 'Choose a day from today to a month from now' },
    ])
  })
})
