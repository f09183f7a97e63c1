import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { asActor } from '../../db/as-actor.ts'
import { listMigrations } from '../../db/migrate.ts'
import { asking, openWorld } from '../../tests/support/world.ts'
import { endDraft, findDraft, listDraftPages, saveDraft } from './drafts.server.ts'

const world = await openWorld()
const sam = await world.staff(await world.agency())
const key = { form: 'record-contact', subject: randomUUID() } as const
const inTx = <Value>(fn: Parameters<typeof asActor<Value>>[1]) => asActor(sam.actor, fn)

it('knows which pages of a form have unsaved answers, without those that ended since', async () => {
  const ended = randomUUID()
  await inTx(async (tx) => {
    await saveDraft(tx, asking(sam), { ...key, page: 'wishes' }, { wish: ['Quiet'] })
    await saveDraft(tx, asking(sam), { ...key, page: 'needs' }, { draftId: [ended] })
    await saveDraft(tx, asking(sam), { ...key, subject: randomUUID(), page: 'other' }, {})
  })
  expect(await inTx((tx) => listDraftPages(tx, asking(sam), key))).toEqual(['needs', 'wishes'])
  await inTx((tx) => endDraft(tx, asking(sam), key, ended))
  expect(await inTx((tx) => listDraftPages(tx, asking(sam), key))).toEqual(['wishes'])
})

it('ends nothing when the transaction that saves the form is undone', async () => {
  const draftId = randomUUID()
  await inTx((tx) => saveDraft(tx, asking(sam), key, { draftId: [draftId], note: ['Kept'] }))
  const undone = inTx(async (tx) => {
    await endDraft(tx, asking(sam), key, draftId)
    throw new Error('the form was refused')
  })
  await expect(undone).rejects.toThrow('the form was refused')
  expect((await inTx((tx) => findDraft(tx, asking(sam), key)))?.fields.note).toEqual(['Kept'])
})

it('finds what the release before kept, and keeps nothing that arrives late for a form saved by it', async () => {
  const { agencyId, staffId } = sam.actor
  const saved = randomUUID()
  const [migration] = (await listMigrations()).filter(({ name }) => name === '0056_drafts_of_a_subject.sql')
  await world.admin`delete from draft`
  await world.admin.begin(async (tx) => {
    await tx.unsafe(`set local role portal_owner; alter table draft drop column page, drop column subject;
      alter table draft add constraint draft_agency_id_staff_id_form_pk primary key (agency_id, staff_id, form)`)
    await tx.unsafe('reset role')
    await tx`insert into draft ${tx({ agency_id: agencyId, staff_id: staffId, form: 'report', fields: { account: ['He shouted'] }, saved_at: new Date() } as never)}`
    await tx`insert into idempotency ${tx({ agency_id: agencyId, staff_id: staffId, action: 'report-draft', key: saved, body_hash: '' })}`
    await tx`insert into draft ${tx({ agency_id: agencyId, staff_id: staffId, form: `consent:${key.subject}`, fields: { answers: ['{}'] }, saved_at: new Date() } as never)}`
    await tx.unsafe(`set local role portal_owner; ${migration?.text}`)
  })
  const report = { form: 'report' } as const
  const kept = await inTx((tx) => findDraft(tx, asking(sam), report))
  expect(kept?.fields).toEqual({ account: ['He shouted'] })
  const answers = { form: 'consent-answers', subject: key.subject } as const
  expect((await inTx((tx) => findDraft(tx, asking(sam), answers)))?.fields).toEqual({ answers: ['{}'] })
  await inTx((tx) => saveDraft(tx, asking(sam), report, { draftId: [saved], account: ['Late'] }))
  expect((await inTx((tx) => findDraft(tx, asking(sam), report)))?.fields).toEqual(kept?.fields)
})
