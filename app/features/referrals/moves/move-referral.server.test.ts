import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../../../db/as-actor.ts'
import { referralRow, sentWhen } from '../../../../tests/support/referral-rows.ts'
import { partners } from '../../../../tests/support/referrals.ts'
import { MONDAY_MORNING, openWorld } from '../../../../tests/support/world.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import {
  MOVE_IDS,
  type MoveId,
  moveOf,
  REFERRAL_STATES,
  type ReferralSide,
  STATE_IDS,
} from '../../../domain/referrals/referral.ts'
import { movesFor } from '../../../domain/referrals/referral-move.ts'
import { type MoveToMake, moveReferral } from './move-referral.server.ts'

const world = await openWorld()
const { sender: from, recipient: to, worker, recipientWorker } = await partners(world)
const elsewhere = await world.agency({ name: 'Open Door Voices' })
const stranger = await world.staff(elsewhere)

const ACTORS: Record<ReferralSide, Actor> = {
  sender: worker.actor,
  recipient: recipientWorker.actor,
  system: { agencyId: from.agencyId, staffId: randomUUID(), role: 'system' },
}

const SIDES = Object.keys(ACTORS) as ReferralSide[]

/** Everything that any move needs, so that only state and side decide. */
function asked(referralId: string, move: MoveId, side: ReferralSide): MoveToMake {
  const { choices, event } = moveOf(move)
  const [choice = ''] = Object.keys(choices ?? {})
  const given = { reason: choice, outcome: choice, message: 'Words', suggestion: elsewhere.agencyId, newConsent: 'c' }
  const sent = { referralId, sentAt: '', decidedAt: '', categories: [] }
  const happening = { kind: 'referral-sent', subjectId: referralId, data: sent } as const
  return { referralId, move, side, details: given, ...(event === 'referral-sent' ? { happening } : {}) }
}

function move(actor: Actor, what: MoveToMake) {
  return asActor(actor, (tx) => moveReferral(tx, { actor, now: MONDAY_MORNING }, what))
}

async function written(referralId: string) {
  const [row] = await world.admin`
    select r.state, r.version, r.closed_at,
      (select count(*)::int from referral_step s where s.referral_id = r.referral_id) as steps,
      (select s.to_state from referral_step s where s.referral_id = r.referral_id) as step_to,
      (select count(*)::int from case_event e where e.subject_id = r.referral_id) as events
    from referral r where r.referral_id = ${referralId}`
  return row
}

describe('moveReferral: every state × every move × every side', () => {
  it.each(STATE_IDS)('from %s the table alone says what is possible, and says it when refusing', async (state) => {
    for (const side of SIDES) {
      for (const moveId of MOVE_IDS) {
        const referralId = await referralRow(world, { from, to, state })
        const answer = await move(ACTORS[side], asked(referralId, moveId, side))
        const what = `${side}: ${moveId}`
        if (side === 'recipient' && !sentWhen(state)) {
          expect([what, answer]).toEqual([what, { ok: false, refusal: { kind: 'not-found' } }])
        } else if (movesFor(state, side).includes(moveId)) {
          expect([what, answer]).toMatchObject([what, { ok: true, value: { from: state, to: moveOf(moveId).to } }])
          expect([what, await written(referralId)]).toMatchObject([
            what,
            { state: moveOf(moveId).to, version: 2, steps: 1, step_to: moveOf(moveId).to, events: 1 },
          ])
          continue
        } else {
          const refusal = { kind: 'move-not-possible', state, possible: movesFor(state, side) }
          expect([what, answer]).toEqual([what, { ok: false, refusal }])
        }
        expect([what, await written(referralId)]).toMatchObject([what, { state, version: 1, steps: 0, events: 0 }])
      }
    }
  })

  it.each(STATE_IDS)('from %s the database itself refuses every change that no move makes', async (state) => {
    for (const side of SIDES) {
      const targets = new Set(movesFor(state, side).map((moveId) => moveOf(moveId).to))
      for (const target of STATE_IDS) {
        const referralId = await referralRow(world, { from, to, state })
        const { agencyId, role } = ACTORS[side]
        const context = `${agencyId}|${randomUUID()}|${role}`
        const changed = await changeState(ACTORS[side], referralId, target)
        const hidden = side === 'recipient' && !sentWhen(state)
        const expected = hidden ? 0 : state === target || targets.has(target) ? 1 : 'refused'
        expect([context, target, changed]).toEqual([context, target, expected])
      }
    }
  })
})

async function changeState(actor: Actor, referralId: string, target: string) {
  try {
    return await asActor(actor, async (tx) => {
      const rows = await tx.execute(sql`update referral set state = ${target}, version = version + 1,
        sent_at = coalesce(sent_at, ${MONDAY_MORNING.toISOString()}) where referral_id = ${referralId} returning 1`)
      return rows.length
    })
  } catch {
    return 'refused'
  }
}

describe('moveReferral', () => {
  it('answers a third agency, either wrong side and a missing id alike', async () => {
    const referralId = await referralRow(world, { from, to, state: 'sent' })
    const notFound = { ok: false, refusal: { kind: 'not-found' } }
    expect(await move(stranger.actor, asked(referralId, 'accept', 'recipient'))).toEqual(notFound)
    expect(await move(stranger.actor, asked(referralId, 'withdraw_for_client', 'sender'))).toEqual(notFound)
    expect(await move(worker.actor, asked(referralId, 'accept', 'recipient'))).toEqual(notFound)
    expect(await move(recipientWorker.actor, asked(referralId, 'withdraw_for_client', 'sender'))).toEqual(notFound)
    expect(await move(recipientWorker.actor, asked(randomUUID(), 'accept', 'recipient'))).toEqual(notFound)
    expect(await written(referralId)).toMatchObject({ state: 'sent', version: 1, steps: 0, events: 0 })
  })

  it('refuses a move of a page that shows an older version', async () => {
    const referralId = await referralRow(world, { from, to, state: 'sent' })
    const answer = await move(recipientWorker.actor, {
      ...asked(referralId, 'accept', 'recipient'),
      expectedVersion: 7,
    })
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'changed-since', state: 'sent' } })
  })

  it('names the fields that a move needs and did not get', async () => {
    const referralId = await referralRow(world, { from, to, state: 'sent' })
    const answer = await move(recipientWorker.actor, { referralId, move: 'decline', side: 'recipient' })
    expect(answer).toEqual({ ok: false, refusal: { kind: 'fields-missing', fields: ['reason', 'suggestion'] } })
  })

  it('hides what was shared in every state in which the recipient no longer acts on it, when the sender ends it', async () => {
    for (const moveId of ['withdraw_for_client', 'withdraw_for_agency', 'stop', 'enter_in_error'] as const) {
      const referralId = await referralRow(world, { from, to, state: 'accepted', packaged: true })
      expect(await move(worker.actor, asked(referralId, moveId, 'sender'))).toMatchObject({ ok: true })
      const [row] = await world.admin`
        select p.hidden_at, r.hidden_at as marked from referral_package p join referral r using (referral_id)
        where referral_id = ${referralId}`
      expect([moveId, row]).toEqual([moveId, { hidden_at: MONDAY_MORNING, marked: MONDAY_MORNING }])
    }
  })

  it('asks the sender to tell the client of an answer, an outcome and a stop, and of nothing else', async () => {
    const telling: Record<string, boolean> = {}
    for (const moveId of MOVE_IDS) {
      const { from: states, sides } = moveOf(moveId)
      const state = states.find((one) => sentWhen(one))
      const side = sides[0]
      if (!state || !side) continue
      const referralId = await referralRow(world, { from, to, state })
      await move(ACTORS[side], asked(referralId, moveId, side))
      const [row] = await world.admin`select news_at from referral where referral_id = ${referralId}`
      if (row?.news_at) telling[moveId] = true
    }
    expect(Object.keys(telling).sort()).toEqual(['accept', 'decline', 'record_outcome', 'stop'])
  })

  it('keeps the steps before sending from the recipient', async () => {
    const referralId = await referralRow(world, { from, to, state: 'decided' })
    await move(worker.actor, asked(referralId, 'cancel', 'sender'))
    const [step] = await world.admin`select shared, by_name from referral_step where referral_id = ${referralId}`
    expect(step).toEqual({ shared: false, by_name: 'Sam Okafor' })
  })

  it('counts an answer as receipt when nobody confirmed one', async () => {
    const referralId = await referralRow(world, { from, to, state: 'sent' })
    await move(recipientWorker.actor, asked(referralId, 'accept', 'recipient'))
    const [row] = await world.admin`select received_at, answered_at from referral where referral_id = ${referralId}`
    expect(row).toEqual({ received_at: MONDAY_MORNING, answered_at: MONDAY_MORNING })
  })

  it('moves the due day with the lane, and sorts what is finished by when it ended', async () => {
    const due = async (referralId: string) =>
      (await world.admin`select due_at, lane from referral where referral_id = ${referralId}`)[0]
    const asking = await referralRow(world, { from, to, state: 'received' })
    await move(recipientWorker.actor, asked(asking, 'ask_for_more', 'recipient'))
    expect(await due(asking)).toEqual({ lane: 'to_answer', due_at: new Date('2026-11-25T23:59:59.999Z') })
    await move(recipientWorker.actor, asked(asking, 'accept', 'recipient'))
    expect(await due(asking)).toEqual({ lane: 'in_hand', due_at: new Date('2026-11-25T23:59:59.999Z') })
    const attempt = asked(asking, 'record_contact_attempt', 'recipient')
    await move(recipientWorker.actor, { ...attempt, details: { ...attempt.details, nextTryOn: '2026-11-27' } })
    expect(await due(asking)).toEqual({ lane: 'in_hand', due_at: new Date('2026-11-27T23:59:59.999Z') })
    await move(recipientWorker.actor, asked(asking, 'engage', 'recipient'))
    expect(await due(asking)).toEqual({ lane: 'in_hand', due_at: new Date('2026-12-07T23:59:59.999Z') })
    await move(worker.actor, asked(asking, 'withdraw_for_agency', 'sender'))
    expect(await due(asking)).toEqual({ lane: 'finished', due_at: MONDAY_MORNING })
    expect(REFERRAL_STATES.withdrawn_by_agency.lane).toBe('finished')
  })
})
