import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { POLICY } from '../../app/access/policy/policy.ts'
import { type Actor, systemOf } from '../../app/domain/partnership/actor.ts'
import type { ReferralSide } from '../../app/domain/referrals/referral.ts'
import { asActor } from '../../db/as-actor.ts'
import { referralRow } from '../support/referral-rows.ts'
import { partners } from '../support/referrals.ts'
import { openWorld } from '../support/world.ts'

const world = await openWorld()
const { sender: from, recipient: to, worker, recipientWorker } = await partners(world)

const LATER = "'2026-11-25T09:00:00Z'"

interface Column {
  column: string
  value: string
  sides: readonly ReferralSide[]
  why: string
}

const BOTH = ['sender', 'recipient'] as const
const SENDER = ['sender'] as const
const RECIPIENT = ['recipient'] as const

/** Each column that anybody may change, with a value that differs from the row's. */
const COLUMNS: Record<string, Column> = {
  state: {
    column: 'state',
    value: "'nothing'",
    sides: [],
    why: 'only as a move of the table, proved beside the moves',
  },
  version: { column: 'version', value: '9', sides: BOTH, why: 'each counts its own moves' },
  dueAt: { column: 'due_at', value: LATER, sides: BOTH, why: 'each move sets the next prompt' },
  closedAt: { column: 'closed_at', value: LATER, sides: BOTH, why: 'either may end it' },
  reason: { column: 'reason', value: "'other'", sides: BOTH, why: 'whoever ends it says why' },
  escalatedAt: { column: 'escalated_at', value: LATER, sides: BOTH, why: 'cleared by an answer' },
  newsAt: { column: 'news_at', value: LATER, sides: BOTH, why: 'either may make news for the client' },
  sentAt: { column: 'sent_at', value: LATER, sides: [], why: 'sent once, by nobody again' },
  serious: { column: 'serious', value: 'true', sides: SENDER, why: 'follows what was shared' },
  packageVersion: { column: 'package_version', value: '2', sides: SENDER, why: 'the package is the sender’s' },
  byOverride: { column: 'by_override', value: 'true', sides: SENDER, why: 'what allowed the sharing' },
  overrideGround: { column: 'override_ground', value: "'x'", sides: SENDER, why: 'what allowed the sharing' },
  urgency: { column: 'urgency', value: '0', sides: SENDER, why: 'follows what was shared' },
  hiddenAt: {
    column: 'hidden_at',
    value: LATER,
    sides: SENDER,
    why: 'the recipient may not bring back what was hidden',
  },
  stopName: {
    column: 'stop_name',
    value: "'x'",
    sides: [],
    why: 'the database writes whom to stop contacting, and the recipient only clears it',
  },
  clientToldAt: { column: 'client_told_at', value: LATER, sides: SENDER, why: 'the client’s own worker tells them' },
  receivedAt: { column: 'received_at', value: LATER, sides: RECIPIENT, why: 'whoever received it knows' },
  answeredAt: { column: 'answered_at', value: LATER, sides: RECIPIENT, why: 'the answer is theirs' },
  recipientWorkerId: {
    column: 'recipient_worker_id',
    value: 'gen_random_uuid()',
    sides: RECIPIENT,
    why: 'their people',
  },
  suggestedAgencyId: {
    column: 'suggested_agency_id',
    value: 'to_agency_id',
    sides: RECIPIENT,
    why: 'their suggestion',
  },
  outcome: { column: 'outcome', value: "'support_given'", sides: RECIPIENT, why: 'the outcome is theirs to record' },
}

/** What a sender writes of a referral from the beginning; the rest comes later, or from the recipient. */
const OWN_TO_BEGIN_WITH = [
  'state',
  'version',
  'due_at',
  'sent_at',
  'serious',
  'package_version',
  'by_override',
  'override_ground',
  'urgency',
]

const ACTORS = { sender: worker.actor, recipient: recipientWorker.actor }

test('every column of a referral that may be changed has a side here', () => {
  expect(Object.keys(COLUMNS).sort()).toEqual([...POLICY.referral.updatable].sort())
})

const CASES = Object.values(COLUMNS).flatMap((column) => BOTH.map((side) => ({ side, ...column })))

test.each(CASES)('$column by the $side: $why', async ({ side, column, value, sides }) => {
  const referralId = await referralRow(world, { from, to, state: 'accepted' })
  const change = asActor(ACTORS[side], (tx) =>
    tx.execute(sql.raw(`update referral set ${column} = ${value} where referral_id = '${referralId}' returning 1`)),
  )
  if (sides.includes(side)) expect(await change).toHaveLength(1)
  else await expect(change).rejects.toThrow()
})

describe('a referral that begins as sent', () => {
  const AS_SENT: Record<string, string> = {
    from_agency_id: `'${from.agencyId}'`,
    to_agency_id: `'${to.agencyId}'`,
    state: "'sent'",
    version: '2',
    purpose: "'support'",
    decided_at: LATER,
    sent_at: LATER,
    due_at: LATER,
    sender_worker_id: `'${worker.actor.staffId}'`,
  }

  function begin(actor: Actor, changed: Record<string, string> = {}) {
    const row = { ...AS_SENT, referral_id: `'${randomUUID()}'`, reference: `'${randomUUID()}'`, ...changed }
    const statement = `insert into referral (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')}) returning 1`
    return asActor(actor, (tx) => tx.execute(sql.raw(statement)))
  }

  test('is what people of its agency may write', async () => {
    expect(await begin(worker.actor)).toHaveLength(1)
  })

  test.each([
    ['the portal itself', systemOf(from.agencyId)],
    ['its recipient', recipientWorker.actor],
  ])('is nothing that %s may write', async (_, actor) => {
    await expect(begin(actor)).rejects.toThrow()
  })

  test('is decided in one statement only: a decision has version 1 and no instant of sending', async () => {
    expect(await begin(worker.actor, { state: "'decided'", version: '1', sent_at: 'null' })).toHaveLength(1)
    await expect(begin(worker.actor, { state: "'decided'", sent_at: 'null' })).rejects.toThrow()
    await expect(begin(worker.actor, { state: "'decided'", version: '1' })).rejects.toThrow()
  })

  const refused = [
    { state: "'accepted'" },
    { state: "'closed'" },
    { version: '1' },
    { version: '3' },
    { sent_at: 'null' },
    ...Object.values(COLUMNS)
      .filter(({ column }) => !OWN_TO_BEGIN_WITH.includes(column))
      .map(({ column, value }) => ({ [column]: value.replace('to_agency_id', `'${to.agencyId}'`) })),
  ]
  test.each(refused)('cannot begin with %o', async (changed) => {
    await expect(begin(worker.actor, changed)).rejects.toThrow()
  })
})
