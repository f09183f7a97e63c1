import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../../../db/as-actor.ts'
import { listMigrations } from '../../../../db/migrate.ts'
import { undone } from '../../../../scripts/policy/mirror.ts'
import { allowed } from '../../../../tests/support/cases.ts'
import { referralRow } from '../../../../tests/support/referral-rows.ts'
import { acceptedReferral, partners } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { withdrawConsent } from '../sent/withdraw-consent.server.ts'
import { confirmStopped } from './confirm-stopped.server.ts'
import { INBOX } from './inbox-query.ts'
import { readInbox } from './read-inbox.server.ts'
import { readReceived } from './read-received.server.ts'

const world = await openWorld()
const { admin } = world
const parties = await partners(world)
const { sender: from, recipient: to, worker, recipientWorker, recipientManager } = parties

async function stoppedReferral() {
  const accepted = await acceptedReferral(parties)
  const { current } = await readReceived(asking(recipientWorker), accepted.referralId)
  allowed(await withdrawConsent(asking(worker), { ...accepted, how: 'By phone' }))
  return { ...accepted, current }
}

const inInbox = async (referralId: string) =>
  (await readInbox(asking(recipientWorker), INBOX.read(new URLSearchParams('lane=finished')))).rows.find(
    (row) => row.referralId === referralId,
  )

describe('confirmStopped', () => {
  it('keeps the name, and nothing else of what was shared, until the recipient confirms', async () => {
    const { referralId, current } = await stoppedReferral()
    const name = current?.clientName
    expect(name).toMatch(/\S/)
    const page = await readReceived(asking(recipientManager), referralId)
    expect(page).toMatchObject({ stopContact: name, current: null, earlier: [] })
    expect(await inInbox(referralId)).toMatchObject({ stopContact: name, clientName: null, safeTimes: null })
    expect(await confirmStopped(asking(recipientManager), { referralId })).toEqual({
      ok: true,
      value: { isFirst: true },
    })
    expect((await readReceived(asking(recipientWorker), referralId)).stopContact).toBeNull()
    expect(await inInbox(referralId)).toMatchObject({ stopContact: null, clientName: null })
    expect(await confirmStopped(asking(recipientWorker), { referralId })).toEqual({
      ok: true,
      value: { isFirst: false },
    })
    const events = await admin`
      select data from case_event where kind = 'referral-contact-stopped' and subject_id = ${referralId}`
    expect([...events]).toEqual([{ data: { referralId } }])
  })

  it('is refused to everybody but the recipient', async () => {
    const { referralId } = await stoppedReferral()
    const stranger = await world.staff(await world.agency())
    for (const person of [worker, stranger]) {
      const answer = await confirmStopped(asking(person), { referralId })
      expect(answer).toEqual({ ok: false, refusal: { kind: 'not-found' } })
    }
    expect((await readReceived(asking(recipientWorker), referralId)).stopContact).not.toBeNull()
  })

  it('leaves nothing to confirm where the recipient ended the referral itself', async () => {
    const referralId = await referralRow(world, { from, to, state: 'declined', packaged: true })
    expect((await readReceived(asking(recipientWorker), referralId)).stopContact).toBeNull()
  })

  it.each([
    { set: `stop_name = null`, who: worker, why: 'the sender does not confirm' },
    { set: `stop_name = 'Someone else'`, who: worker, why: 'the sender writes no name' },
    { set: `stop_name = 'Someone else'`, who: recipientWorker, why: 'neither does the recipient' },
  ])('refuses $set in the database: $why', async ({ set, who }) => {
    const { referralId } = await stoppedReferral()
    const write = asActor(who.actor, (tx) =>
      tx.execute(sql.raw(`update referral set ${set} where referral_id = '${referralId}'`)),
    )
    await expect(write).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('refers to a client without a name by the referral: none was shared, or it was stopped before names were kept', async () => {
    const given = { from, to, state: 'stopped_consent_withdrawn', packaged: true } as const
    const worked = await referralRow(world, { ...given, recipientWorkerId: recipientWorker.actor.staffId })
    const opened = await referralRow(world, { ...given, recipientWorkerId: recipientWorker.actor.staffId })
    await admin`update referral set hidden_at = sent_at where referral_id in (${worked}, ${opened})`
    await readReceived(asking(recipientWorker), opened)
    const [migration] = (await listMigrations()).filter(({ name }) => name === '0053_whom_to_stop_calling.sql')
    const waiting = await undone(admin, async (tx) => {
      await tx.unsafe(`
        drop function app.keep_stop_name() cascade;
        alter table referral drop column stop_name;
        set local role portal_owner;
        ${migration?.text};
        reset role`)
      return tx`select referral_id, stop_name from referral where referral_id in (${worked}, ${opened}) order by 2`
    })
    expect([...waiting]).toEqual([
      { referral_id: worked, stop_name: '' },
      { referral_id: opened, stop_name: null },
    ])
    await admin`update referral set stop_name = '' where referral_id = ${worked}`
    const { reference, stopContact } = await readReceived(asking(recipientWorker), worked)
    expect(stopContact).toBe(`the client of referral ${reference}`)
  })
})
