import { describe, expect, it } from 'vitest'
import { NOTIFICATION_KIND_IDS } from '../domain/notifications/notification.ts'
import { composeMail } from './compose-mail.ts'

const origin = 'https://accord.example.org'
const arrived = { kind: 'referral-arrived', reference: 'R-4F7K9M', path: '/inbox/1' } as const
const overdue = (at: number) => ({ kind: 'deadline-at-risk', reference: `HB-000${at}`, path: `/cases/${at}` }) as const

describe('a mail', () => {
  it('says in its subject which and what, and in its text where', () => {
    const { subject, text } = composeMail({ lines: [arrived], origin, toDuty: true })
    expect(subject).toBe('R-4F7K9M: a referral is waiting for your agency')
    expect(text).toContain('https://accord.example.org/inbox/1')
    expect(text).toContain('duty address')
  })

  it('tells a person how to change what they get', () => {
    const { text } = composeMail({ lines: [arrived], origin, toDuty: false })
    expect(text).toContain('https://accord.example.org/account/notifications')
  })

  it('gathers several things under one sentence for each kind', () => {
    const { subject, text } = composeMail({ lines: [overdue(1), arrived, overdue(2)], origin, toDuty: false })
    expect(subject).toBe('Accord: 3 things to look at')
    expect(text.match(/A service standard is about to be missed/g)).toHaveLength(1)
    expect(text.indexOf('HB-0002')).toBeLessThan(text.indexOf('R-4F7K9M'))
  })

  it.each(NOTIFICATION_KIND_IDS)('for %s keeps every line short enough for any mail server', (kind) => {
    const { text } = composeMail({ lines: [{ ...arrived, kind }], origin, toDuty: false })
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(200)
  })
})
