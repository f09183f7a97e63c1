import { describe, expect, it } from 'vitest'
import { SENT } from './sent-query.ts'

const AGENCY = '0f0e0d0c-0b0a-4908-8706-050403020100'
const CURSOR = `1_2026-11-23T09:00:00.123456Z_${AGENCY}`

describe('the address of the list of sent referrals', () => {
  it.each([
    { address: '', why: 'nothing asked: what waits for an answer' },
    { address: `list=finished&to=${AGENCY}&mine=yes`, why: 'filters' },
    { address: `mine=yes&worker=${AGENCY}`, why: 'a manager’s choice of case worker' },
    { address: `list=in_hand&overdue=yes&after=${encodeURIComponent(CURSOR)}&page=3`, why: 'a later page' },
  ])('says the same again when it is written from what was read: $why', ({ address }) => {
    const query = SENT.read(new URLSearchParams(address))
    expect(SENT.href(query, { cursor: query.cursor, page: query.page })).toBe(address ? `/sent?${address}` : '/sent')
  })

  it.each([
    { address: 'list=secret&to=everybody&worker=me&page=2', why: 'unknown words' },
    { address: 'after=1_2026-02-31T09:00:00.000000Z_x&before=now', why: 'a day that does not exist' },
    { address: 'page=-1&mine=1', why: 'a page without a cursor' },
  ])('leaves out what it does not know: $why', ({ address }) => {
    expect(SENT.href(SENT.read(new URLSearchParams(address)))).toBe('/sent')
  })

  it('starts at the first page when a filter changes', () => {
    const query = SENT.read(new URLSearchParams(`after=${encodeURIComponent(CURSOR)}&page=3`))
    expect(SENT.href(query, { mine: true })).toBe('/sent?mine=yes')
  })
})
