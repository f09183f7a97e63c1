import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { attemptsOf, referralStatus, referralStatusInSentence } from './referral-status.ts'

const step = (move: string) => ({ move })

describe('referralStatus', () => {
  const rows = [
    { why: 'the recipient has not tried yet', state: 'accepted', steps: ['accept'], status: 'Accepted' },
    {
      why: 'one failed call is not contact',
      state: 'in_progress',
      steps: ['accept', 'record_contact_attempt'],
      status: 'Trying to reach the client (1 attempt)',
    },
    {
      why: 'attempts are counted',
      state: 'in_progress',
      steps: ['accept', 'record_contact_attempt', 'record_contact_attempt'],
      status: 'Trying to reach the client (2 attempts)',
    },
    {
      why: 'the only attempt was entered in error',
      state: 'in_progress',
      steps: ['accept'],
      status: 'Trying to reach the client',
    },
    {
      why: 'a missed call after first contact does not end the contact',
      state: 'in_progress',
      steps: ['accept', 'record_contact_attempt', 'engage', 'record_contact_attempt'],
      status: 'In contact',
    },
    { why: 'what came later says more', state: 'closed', steps: ['record_contact_attempt'], status: 'Closed' },
  ] as const
  test.each(rows)('$why: $status', ({ state, steps, status }) => {
    expect(referralStatus({ state, attempts: attemptsOf(steps.map(step)) })).toBe(status)
  })

  test('begins with a small letter inside a sentence', () => {
    expect(referralStatusInSentence({ state: 'in_progress', attempts: 1 })).toBe(
      'trying to reach the client (1 attempt)',
    )
  })
})

/** Where a state is named that is no referral's: a filter, the rule when a move is possible, and a refusal. */
const NAME_STATES = [
  ...['inbox/answer-page.tsx', 'inbox/inbox-filter.tsx', 'refusal-words.server.ts'].map(
    (file) => `features/referrals/${file}`,
  ),
  'domain/events/sharing-events.ts',
]

test('the status of a referral is worded nowhere else; the tracker alone names the step it leads to', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const wordsOfItsOwn = globSync('**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !/\.test\.|^domain\/referrals\/referral-(status|tracker)\.ts$/.test(file))
    .filter((file) => {
      const text = readFileSync(root + file, 'utf8')
      return /STATE_NAMES/.test(text) !== NAME_STATES.includes(file) || /'In contact'|in contact \(/i.test(text)
    })
  expect(wordsOfItsOwn).toEqual([])
})
