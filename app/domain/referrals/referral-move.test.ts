import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MOVE_IDS, type MoveId, moveOf, type ReferralSide, type ReferralState, STATE_IDS } from './referral.ts'
import {
  allowedTransitions,
  decideMove,
  effectOfWithdrawal,
  type MoveAnswers,
  movesFor,
  OPEN_STATES,
  packageSeenByRecipient,
  seenByRecipient,
} from './referral-move.ts'

const SIDES: ReferralSide[] = ['sender', 'recipient', 'system']

const WITHDRAW: MoveId[] = ['withdraw_for_client', 'withdraw_for_agency', 'stop', 'enter_in_error']
const SEND_ELSEWHERE: MoveId[] = ['reroute', ...WITHDRAW]
const CONTACT: MoveId[] = ['record_contact_attempt', 'engage', 'record_outcome']

/** Written by hand from docs/practice.md, state by state, so that a slip in the table of moves shows here. */
const POSSIBLE: Record<ReferralState, Partial<Record<ReferralSide, MoveId[]>>> = {
  decided: { sender: ['send', 'cancel', 'stop'], system: ['stop'] },
  sent: {
    sender: SEND_ELSEWHERE,
    recipient: ['receive', 'accept', 'decline', 'ask_for_more'],
    system: ['expire', 'stop'],
  },
  received: { sender: SEND_ELSEWHERE, recipient: ['accept', 'decline', 'ask_for_more'], system: ['expire', 'stop'] },
  information_asked: { sender: ['give_more', ...SEND_ELSEWHERE], recipient: ['accept', 'decline'], system: ['stop'] },
  expired: { sender: SEND_ELSEWHERE, recipient: ['accept', 'decline', 'ask_for_more'], system: ['stop'] },
  accepted: { sender: WITHDRAW, recipient: CONTACT, system: ['stop'] },
  in_progress: { sender: WITHDRAW, recipient: CONTACT, system: ['stop'] },
  outcome_recorded: { sender: ['close', 'stop', 'enter_in_error'], recipient: ['close'], system: ['stop'] },
  closed: { sender: ['enter_in_error'] },
  declined: { sender: ['reroute', 'enter_in_error'] },
  rerouted: {},
  withdrawn_by_client: {},
  withdrawn_by_agency: {},
  stopped_consent_withdrawn: {},
  cancelled: {},
  entered_in_error: {},
}

/** Everything the move asks for, from its own list. */
function enoughFor(moveId: MoveId): MoveAnswers {
  const { needs, choices } = moveOf(moveId)
  const first = Object.keys(choices ?? {})[0]
  return Object.fromEntries(needs.map((need) => [need, need === 'reason' || need === 'outcome' ? first : `a ${need}`]))
}

describe('movesFor', () => {
  test.each(STATE_IDS)('gives each side exactly its own moves when %s', (state) => {
    for (const side of SIDES) {
      expect(new Set(movesFor(state, side)), side).toEqual(new Set(POSSIBLE[state][side] ?? []))
    }
  })
})

describe('decideMove', () => {
  test('agrees with the buttons for every state, move and side', () => {
    let decided = 0
    for (const state of STATE_IDS) {
      for (const moveId of MOVE_IDS) {
        for (const side of SIDES) {
          const possible = POSSIBLE[state][side] ?? []
          const answer = decideMove({ state, version: 1 }, moveId, side, enoughFor(moveId))
          expect(answer.ok, `${state} ${moveId} ${side}`).toBe(possible.includes(moveId))
          if (!answer.ok) expect(answer.refusal).toMatchObject({ kind: 'move-not-possible', state })
          decided += 1
        }
      }
    }
    expect(decided).toBe(STATE_IDS.length * MOVE_IDS.length * SIDES.length)
  })

  test('refuses a wrong move with what is possible instead', () => {
    expect(decideMove({ state: 'accepted', version: 3 }, 'accept', 'recipient')).toEqual({
      ok: false,
      refusal: { kind: 'move-not-possible', state: 'accepted', possible: CONTACT },
    })
  })

  test('names every field that is missing, blanks included', () => {
    const answer = decideMove({ state: 'sent', version: 1 }, 'decline', 'recipient', {
      reason: 'wrong_area',
      suggestion: ' ',
    })
    expect(answer).toEqual({ ok: false, refusal: { kind: 'fields-missing', fields: ['suggestion'] } })
    expect(decideMove({ state: 'sent', version: 1 }, 'decline', 'recipient')).toMatchObject({
      refusal: { fields: ['reason', 'suggestion'] },
    })
  })

  const strange = [
    { why: 'a reason of another move', moveId: 'withdraw_for_client', side: 'sender', reason: 'no_answer' },
    { why: 'a name that every object has', moveId: 'decline', side: 'recipient', reason: 'toString' },
  ] as const
  test.each(strange)('refuses $why', ({ moveId, side, reason }) => {
    const answer = decideMove({ state: 'sent', version: 1 }, moveId, side, { reason, suggestion: 'Unity Steps' })
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'not-in-the-list', field: 'reason' } })
  })

  test('refuses an outcome that is none', () => {
    const answer = decideMove({ state: 'in_progress', version: 1 }, 'record_outcome', 'recipient', { outcome: 'fine' })
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'not-in-the-list', field: 'outcome' } })
  })

  test('refuses a move decided over an older version, and takes the present one', () => {
    const referral = { state: 'sent', version: 4 } as const
    expect(decideMove(referral, 'accept', 'recipient', { seenVersion: 3 })).toMatchObject({
      refusal: { kind: 'changed-since', state: 'sent' },
    })
    expect(decideMove(referral, 'accept', 'recipient', { seenVersion: 4 }).ok).toBe(true)
  })

  test('needs a new consent to send to another agency instead', () => {
    const referral = { state: 'declined', version: 1 } as const
    expect(decideMove(referral, 'reroute', 'sender')).toMatchObject({ refusal: { fields: ['newConsent'] } })
    expect(decideMove(referral, 'reroute', 'sender', { newConsent: 'c-2' })).toMatchObject({
      value: { to: 'rerouted' },
    })
  })

  const tries = fc.array(fc.record({ moveId: fc.constantFrom(...MOVE_IDS), side: fc.constantFrom(...SIDES) }), {
    maxLength: 60,
  })

  test('whatever is tried, nothing is closed without an outcome, accepted without sending, or revived', () => {
    fc.assert(
      fc.property(tries, (moves) => {
        const been: ReferralState[] = ['decided']
        for (const { moveId, side } of moves) {
          const state = been.at(-1) ?? 'decided'
          const answer = decideMove({ state, version: been.length }, moveId, side, enoughFor(moveId))
          if (answer.ok) been.push(answer.value.to)
        }
        const followed = (state: ReferralState) => been.slice(been.indexOf(state) + 1)
        if (been.includes('closed')) expect(been.indexOf('outcome_recorded')).toBeGreaterThan(0)
        if (been.includes('accepted')) expect(been.indexOf('sent')).toBe(1)
        for (const state of ['rerouted', 'stopped_consent_withdrawn', 'cancelled', 'entered_in_error'] as const) {
          if (been.includes(state)) expect(followed(state)).toEqual([])
        }
        if (been.includes('declined')) expect(followed('declined')).not.toContain('accepted')
      }),
      { numRuns: 2000 },
    )
  })
})

describe('allowedTransitions', () => {
  test('is what the moves say, once each', () => {
    const transitions = allowedTransitions()
    const keys = transitions.map(({ from, to, side }) => `${from} ${to} ${side}`)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { from, to, side } of transitions) {
      expect(movesFor(from, side).some((moveId) => moveOf(moveId).to === to)).toBe(true)
    }
    const expected = STATE_IDS.flatMap((from) =>
      SIDES.flatMap((side) => (POSSIBLE[from][side] ?? []).map((moveId) => `${from} ${moveOf(moveId).to} ${side}`)),
    )
    expect(new Set(keys)).toEqual(new Set(expected))
  })

  test('I2: nobody but the sender sends', () => {
    expect(allowedTransitions().filter(({ to }) => to === 'sent')).toEqual([
      { from: 'decided', to: 'sent', side: 'sender' },
    ])
  })
})

describe('the kinds of state', () => {
  test('a withdrawal of consent can stop every open referral, by hand or by itself', () => {
    for (const state of OPEN_STATES) {
      expect(movesFor(state, 'sender'), state).toContain('stop')
      expect(movesFor(state, 'system'), state).toContain('stop')
    }
  })
})

describe('what the recipient sees', () => {
  const sentAt = new Date('2026-11-20T10:00:00Z')
  const rows = [
    { why: 'sent', state: 'sent', sentAt, hiddenAt: null, row: true, package: true },
    {
      why: 'stopped before sending',
      state: 'stopped_consent_withdrawn',
      sentAt: null,
      hiddenAt: null,
      row: false,
      package: false,
    },
    {
      why: 'stopped after sending',
      state: 'stopped_consent_withdrawn',
      sentAt,
      hiddenAt: sentAt,
      row: true,
      package: false,
    },
    {
      why: 'closed, and consent withdrawn later',
      state: 'closed',
      sentAt,
      hiddenAt: sentAt,
      row: true,
      package: false,
    },
    { why: 'declined, so it has no use for it', state: 'declined', sentAt, hiddenAt: null, row: true, package: false },
    { why: 'sent to the wrong agency', state: 'entered_in_error', sentAt, hiddenAt: null, row: true, package: false },
    { why: 'only decided', state: 'decided', sentAt: null, hiddenAt: null, row: false, package: false },
  ] as const
  test.each(rows)('$why: row $row, package $package', (referral) => {
    expect(seenByRecipient(referral)).toBe(referral.row)
    expect(packageSeenByRecipient(referral)).toBe(referral.package)
  })
})

describe('effectOfWithdrawal', () => {
  const sentAt = new Date('2026-11-20T10:00:00Z')
  const rows = [
    { why: 'not sent yet: stopped, nothing to hide', state: 'decided', sentAt: null, stops: true, hides: false },
    { why: 'under way: stopped and hidden', state: 'in_progress', sentAt, stops: true, hides: true },
    { why: 'closed long ago: hidden all the same', state: 'closed', sentAt, stops: false, hides: true },
    { why: 'cancelled before sending: nothing to do', state: 'cancelled', sentAt: null, stops: false, hides: false },
  ] as const
  test.each(rows)('$why', ({ state, sentAt, stops, hides }) => {
    expect(effectOfWithdrawal({ state, sentAt })).toEqual({ stops, hides })
  })
})
