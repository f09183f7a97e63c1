import { describe, expect, test } from 'vitest'
import { type TrackedReferral, type TrackedStep, trackerSteps } from './referral-tracker.ts'

const now = new Date('2026-11-25T09:00:00Z')
const referral: TrackedReferral = {
  state: 'sent',
  decidedAt: new Date('2026-11-20T15:00:00Z'),
  decidedBy: 'Harthill Bridge Homes',
  toAgencyName: 'Beacon Victim Care',
  reason: '',
  outcome: '',
}

const step = (move: TrackedStep['move'], day: number, by = 'Beacon Victim Care', nextTryOn = ''): TrackedStep => ({
  move,
  movedAt: new Date(Date.UTC(2026, 10, day, 10)),
  by,
  nextTryOn,
})

const SENT = step('send', 20, 'Harthill Bridge Homes')
const words = (state: TrackedReferral['state'], steps: TrackedStep[], change: Partial<TrackedReferral> = {}) =>
  trackerSteps({ ...referral, state, ...change }, steps, now).sentence

describe('trackerSteps', () => {
  test('shows the road like a parcel’s: done, now, to come, with date and agency', () => {
    const { steps } = trackerSteps(
      { ...referral, state: 'accepted' },
      [SENT, step('receive', 23), step('accept', 24)],
      now,
    )
    expect(steps.map(({ stepId, status }) => `${stepId} ${status}`)).toEqual([
      'decided done',
      'sent done',
      'received done',
      'accepted now',
      'in_contact to_come',
      'outcome to_come',
    ])
    expect(steps[3]).toMatchObject({ at: new Date('2026-11-24T10:00:00Z'), by: 'Beacon Victim Care' })
    expect(steps[4]).toMatchObject({ at: null, by: null })
  })

  test('an agency that accepts at once has received it too', () => {
    const { steps } = trackerSteps({ ...referral, state: 'accepted' }, [SENT, step('accept', 23)], now)
    expect(steps[2]).toMatchObject({ stepId: 'received', status: 'done', at: new Date('2026-11-23T10:00:00Z') })
  })

  test('an outcome without a word about contact leaves that step done and undated', () => {
    const { steps } = trackerSteps(
      { ...referral, state: 'closed' },
      [SENT, step('accept', 23), step('record_outcome', 24)],
      now,
    )
    expect(steps[4]).toMatchObject({ stepId: 'in_contact', status: 'done', at: null })
    expect(steps.at(-1)).toMatchObject({ stepId: 'outcome', status: 'done' })
  })

  test('an attempt is not contact: the present step says the status, with the day of the last attempt', () => {
    const tried = [SENT, step('accept', 23), step('record_contact_attempt', 24)]
    const { steps } = trackerSteps({ ...referral, state: 'in_progress' }, tried, now)
    expect(steps.map(({ label, status }) => `${label} ${status}`)).toEqual([
      'Decided done',
      'Sent done',
      'Received done',
      'Accepted done',
      'Trying to reach the client (1 attempt) now',
      'Outcome to_come',
    ])
    expect(steps[4]).toMatchObject({ at: new Date('2026-11-24T10:00:00Z') })
  })

  test('a client who was never reached is in no step that says so', () => {
    const tried = [SENT, step('accept', 22), step('record_contact_attempt', 23)]
    const unable = { ...referral, state: 'closed' as const, outcome: 'unable_to_contact' }
    const labels = (steps: TrackedStep[]) => trackerSteps(unable, steps, now).steps.map(({ label }) => label)
    expect(labels([...tried, step('record_outcome', 24)])).toContain('Tried to reach the client (1 attempt)')
    expect(labels([SENT, step('accept', 22), step('record_outcome', 24)])).not.toContain('In contact')
  })

  test('a road that ended shows its end and no steps to come', () => {
    const { steps } = trackerSteps({ ...referral, state: 'declined' }, [SENT, step('decline', 24)], now)
    expect(steps.map(({ label, status }) => `${label} ${status}`)).toEqual([
      'Decided done',
      'Sent done',
      'Received done',
      'Declined now',
    ])
  })

  test('before sending, the decision is the present step', () => {
    const { steps, sentence } = trackerSteps({ ...referral, state: 'decided' }, [], now)
    expect(steps[0]).toMatchObject({ stepId: 'decided', status: 'now', by: 'Harthill Bridge Homes' })
    expect(sentence).toBe('Decided 5 days ago. It has not been sent to Beacon Victim Care yet.')
  })
})

describe('the sentence of the present step', () => {
  const tried = [SENT, step('accept', 23), step('record_contact_attempt', 24), step('record_contact_attempt', 25)]

  const rows = [
    {
      why: 'nothing heard',
      says: words('sent', [SENT]),
      is: 'Sent to Beacon Victim Care 5 days ago. They have not confirmed that they have it.',
    },
    {
      why: 'accepted',
      says: words('accepted', [SENT, step('accept', 24)]),
      is: 'Beacon Victim Care accepted it yesterday. They have not reached the client yet.',
    },
    {
      why: 'tried twice',
      says: words(
        'in_progress',
        [...tried, step('record_contact_attempt', 25, undefined, 'Thursday')]
          .slice(0, 3)
          .concat(step('record_contact_attempt', 25, undefined, 'Thursday')),
      ),
      is: 'Beacon Victim Care tried twice to reach the client; next attempt Thursday.',
    },
    {
      why: 'reached',
      says: words('in_progress', [...tried, step('engage', 25)]),
      is: 'Beacon Victim Care is in contact with the client. Last news today.',
    },
    {
      why: 'reached, then not again',
      says: words('in_progress', [SENT, step('engage', 23), step('record_contact_attempt', 24)]),
      is: 'Beacon Victim Care is in contact with the client. They tried once since.',
    },
    {
      why: 'outcome',
      says: words('outcome_recorded', [SENT, step('record_outcome', 24)], { outcome: 'support_given' }),
      is: 'Beacon Victim Care recorded the outcome yesterday: support given. You can tell the client.',
    },
    {
      why: 'declined',
      says: words('declined', [SENT, step('decline', 24)], { reason: 'capacity_full' }),
      is: 'Beacon Victim Care declined it yesterday. Their reason: “We cannot take new referrals at present”.',
    },
    {
      why: 'consent withdrawn',
      says: words('stopped_consent_withdrawn', [SENT, step('stop', 25)]),
      is: 'Stopped: consent withdrawn today.',
    },
  ]
  test.each(rows)('$why', ({ says, is }) => {
    expect(says).toBe(is)
  })

  test('counts days as London does: an evening and the morning after are not the same day', () => {
    const evening = { ...SENT, movedAt: new Date('2026-11-24T23:30:00Z') }
    expect(words('sent', [evening])).toContain('yesterday')
  })
})
