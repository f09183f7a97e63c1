import { expect, test } from 'vitest'
import { type ClientWish, checkClientWish } from './client-wish.ts'

test.each([
  { clientWish: 'agreed', clientWishReason: '', why: 'the client agrees', refusal: null },
  { clientWish: 'prefers_not', clientWishReason: '', why: 'the client prefers not', refusal: 'client-prefers-not' },
  { clientWish: 'prefers_not', clientWishReason: 'We must', why: 'no reason helps', refusal: 'client-prefers-not' },
  { clientWish: 'not_asked', clientWishReason: ' ', why: 'a reason is missing', refusal: 'client-wish-reason-missing' },
  { clientWish: 'not_asked', clientWishReason: 'In hospital', why: 'the reason is known', refusal: null },
] as const satisfies { clientWish: ClientWish; clientWishReason: string; why: string; refusal: string | null }[])(
  'G8: $clientWish, “$clientWishReason”: $refusal, because $why',
  ({ clientWish, clientWishReason, refusal }) => {
    const checked = checkClientWish({ clientWish, clientWishReason })
    expect(checked.ok ? null : checked.refusal.kind).toBe(refusal)
  },
)

test('G8: a reason for not asking is kept only where the client was not asked', () => {
  const checked = checkClientWish({ clientWish: 'agreed', clientWishReason: 'typed, then another answer chosen' })
  expect(checked).toEqual({ ok: true, value: { clientWish: 'agreed', clientWishReason: '' } })
})
