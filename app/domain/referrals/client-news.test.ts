import { describe, expect, it } from 'vitest'
import { owesNews } from './client-news.ts'

const MONDAY = new Date('2026-11-23T09:00:00Z')
const TUESDAY = new Date('2026-11-24T09:00:00Z')

describe('news that the client is owed', () => {
  it.each([
    { why: 'there was no news', newsAt: null, clientToldAt: null, owed: false },
    { why: 'nobody has told the client', newsAt: MONDAY, clientToldAt: null, owed: true },
    { why: 'the client knows', newsAt: MONDAY, clientToldAt: TUESDAY, owed: false },
    { why: 'the client knew at the same minute', newsAt: MONDAY, clientToldAt: MONDAY, owed: false },
    { why: 'there is later news', newsAt: TUESDAY, clientToldAt: MONDAY, owed: true },
  ])('$owed: $why', ({ newsAt, clientToldAt, owed }) => {
    expect(owesNews({ newsAt, clientToldAt })).toBe(owed)
  })
})
