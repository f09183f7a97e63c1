import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { type Actor, systemOf } from '../../app/domain/partnership/actor.ts'
import { REFERRAL_STATES, type ReferralState, STATE_IDS } from '../../app/domain/referrals/referral.ts'
import { allowedTransitions } from '../../app/domain/referrals/referral-move.ts'
import { findReceivedClients } from '../../app/facts/find-people.server.ts'
import { declineReferral } from '../../app/features/referrals/inbox/decline-referral.server.ts'
import { readReceived } from '../../app/features/referrals/inbox/read-received.server.ts'
import { writeReferralNote } from '../../app/features/referrals/steps/write-note.server.ts'
import { asActor } from '../../db/as-actor.ts'
import { listMigrations } from '../../db/migrate.ts'
import { undone } from '../../scripts/policy/mirror.ts'
import { allowed } from '../support/cases.ts'
import { referralRow, sentWhen } from '../support/referral-rows.ts'
import { partners, sentReferral } from '../support/referrals.ts'
import { asking, openWorld } from '../support/world.ts'

const world = await openWorld()
const { admin } = world
const parties = await partners(world)
const { sender: from, recipient: to, worker, recipientWorker } = parties
const alternative = await world.agency({ kind: 'community_support', name: 'Unity Steps' })
await world.staff(alternative)

const ACTORS = { sender: worker.actor, recipient: recipientWorker.actor, system: systemOf(from.agencyId) }

async function packagesSeenBy(actor: Actor, referralId: string): Promise<number> {
  const seen = await asActor(actor, (tx) =>
    tx.execute(sql`select client_name, content from referral_package where referral_id = ${referralId}`),
  )
  return seen.length
}

const MOVES = allowedTransitions().filter(({ from: state }) => sentWhen(state))

describe('what was shared, once a referral is no longer acted on', () => {
  test.each(MOVES)('$from to $to by the $side', async ({ from: state, to: target, side }) => {
    const referralId = await referralRow(world, { from, to, state, packaged: true })
    expect(await packagesSeenBy(recipientWorker.actor, referralId)).toBe(1)
    await asActor(ACTORS[side], (tx) =>
      tx.execute(sql`update referral set state = ${target}, version = version + 1 where referral_id = ${referralId}`),
    )
    const shown = REFERRAL_STATES[target].packageShown ? 1 : 0
    expect(await packagesSeenBy(recipientWorker.actor, referralId)).toBe(shown)
    expect(await packagesSeenBy(worker.actor, referralId)).toBe(1)
  })

  test('is found by nothing that was in it', async () => {
    const { referralId } = await sentReferral(parties)
    const [shared] = await admin`select client_name from referral_package where referral_id = ${referralId}`
    const found = () =>
      asActor(recipientWorker.actor, (tx) => findReceivedClients(tx, to.agencyId, shared?.client_name)).then(
        ({ ids }) => ids,
      )
    expect(await found()).toContain(referralId)
    await asActor(worker.actor, (tx) =>
      tx.execute(
        sql`update referral set state = 'withdrawn_by_client', version = version + 1 where referral_id = ${referralId}`,
      ),
    )
    expect(await found()).not.toContain(referralId)
    const keys = await admin`select key from referral_search_key where referral_id = ${referralId}`
    expect([...keys]).toEqual([])
  })

  test('each state hides it in the database that does in the product', async () => {
    const hides = await admin<{ state: ReferralState }[]>`
      select state from unnest(${[...STATE_IDS]}::text[]) state where app.hides_package(state)`
    const after = STATE_IDS.filter((state) => state !== 'decided' && !REFERRAL_STATES[state].packageShown)
    expect(hides.map(({ state }) => state).sort()).toEqual(after.sort())
  })

  test('whoever declines keeps their own notes, and the sender what they sent', async () => {
    const { referralId } = await sentReferral(parties)
    allowed(await writeReferralNote(asking(recipientWorker), { referralId, note: 'Not our area' }))
    const answer = { reason: 'out_of_scope', suggestedAgencyId: alternative.agencyId, message: '' } as const
    allowed(await declineReferral(asking(recipientWorker), { referralId, ...answer }))
    expect(await packagesSeenBy(recipientWorker.actor, referralId)).toBe(0)
    expect(await packagesSeenBy(worker.actor, referralId)).toBe(1)
    const { notes, hiddenAt } = await readReceived(asking(recipientWorker), referralId)
    expect({ notes: notes.map(({ note }) => note), hiddenAt }).toEqual({ notes: ['Not our area'], hiddenAt: null })
  })

  test('what was declined before the database hid it is hidden by the migration', async () => {
    const declined = await referralRow(world, { from, to, state: 'declined', packaged: true })
    const accepted = await referralRow(world, { from, to, state: 'accepted', packaged: true })
    const [migration] = (await listMigrations()).filter(({ name }) => name === '0012_one_way.sql')
    const hidden = await undone(admin, async (tx) => {
      await tx.unsafe(`
        drop function app.refuse(), app.hide_package(), app.hides_package(text) cascade;
        drop policy hider on referral_package;
        set local role portal_owner;
        ${migration?.text};
        reset role`)
      return tx`select referral_id from referral_package
        where referral_id in (${declined}, ${accepted}) and hidden_at is not null`
    })
    expect(hidden).toEqual([{ referral_id: declined }])
  })
})
