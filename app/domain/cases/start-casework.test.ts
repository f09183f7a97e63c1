import { describe, expect, test } from 'vitest'
import { decideStart } from './start-casework.ts'

const report = {
  takeCase: true,
  spokeNow: true,
  channel: 'phone',
  reporterRole: 'victim',
  contactable: 'possible',
} as const

describe('decideStart', () => {
  test('takes the case and records the conversation with the client', () => {
    expect(decideStart(report)).toEqual({ ok: true, value: { takes: true, spokeBy: 'phone' } })
  })

  test('does nothing that was not ticked', () => {
    const unticked = decideStart({ ...report, takeCase: false, spokeNow: false, channel: 'email' })
    expect(unticked).toEqual({ ok: true, value: { takes: false, spokeBy: null } })
  })

  test.each([
    { why: 'an e-mail is no conversation', change: { channel: 'email' as const } },
    { why: 'a witness is not the client', change: { reporterRole: 'witness' as const } },
    { why: 'the client must not be contacted', change: { contactable: 'client_unaware' as const } },
  ])('refuses a conversation: $why', ({ change }) => {
    expect(decideStart({ ...report, ...change })).toMatchObject({ ok: false, refusal: { field: 'spokeNow' } })
  })
})
