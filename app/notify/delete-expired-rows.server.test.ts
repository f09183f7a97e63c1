import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openWorld } from '../../tests/support/world.ts'
import { runForEachAgency } from './agency-job.server.ts'
import { deleteExpiredRows, deleteExpiredSignInRows } from './delete-expired-rows.server.ts'

const world = await openWorld({ login: 'worker' })
const { admin } = world
const housing = await world.agency()
const sam = await world.staff(housing)
const { agencyId, staffId } = sam.actor
const ofSam = { agency_id: agencyId, staff_id: staffId }

describe('tidying', () => {
  it('deletes keys of forms after a week, drafts after a month and sessions an hour after their end', async () => {
    for (const [age, agency_id] of [
      ['6 days', agencyId],
      ['8 days', agencyId],
      ['8 days', '00000000-0000-0000-0000-000000000000'],
    ] as const)
      await admin`insert into idempotency (agency_id, staff_id, action, key, body_hash, done_at)
        values (${agency_id}, ${staffId}, 'x', ${randomUUID()}, 'x', now() - ${age}::interval)`
    for (const days of [29, 31])
      await admin`insert into draft (agency_id, staff_id, form, fields, saved_at)
        values (${agencyId}, ${staffId}, ${`report ${days}`}, '{}', now() - make_interval(days => ${days}))`
    for (const minutes of [-60, 30, 90])
      await admin`insert into session ${admin({ ...ofSam, id_hash: `ended ${minutes}`, confined: false, idle_expires_at: new Date(), absolute_expires_at: new Date(Date.now() - minutes * 60_000) })}`
    await deleteExpiredSignInRows()
    await runForEachAgency(deleteExpiredRows)
    const [left] = await admin`select
      (select array_agg((now() - done_at) > interval '7 days') from idempotency) as keys,
      (select array_agg(form) from draft) as drafts,
      (select array_agg(id_hash order by id_hash) from session) as sessions`
    expect(left).toEqual({ keys: [false], drafts: ['report 29'], sessions: ['ended -60', 'ended 30'] })
  })

  it('deletes a draft that was written beside its own form before the mark that keeps it hidden', async () => {
    await admin`delete from draft`
    const [ended, open] = [randomUUID(), randomUUID()]
    await admin`insert into idempotency (agency_id, staff_id, action, key, body_hash, done_at)
      values (${agencyId}, ${staffId}, 'ended-draft', ${ended}, '', now() - interval '8 days')`
    for (const [form, draftId] of [
      ['report', ended],
      ['record-contact', open],
    ] as const)
      await admin`insert into draft (agency_id, staff_id, form, fields, saved_at)
        values (${agencyId}, ${staffId}, ${form}, ${admin.json({ draftId: [draftId] })}, now() - interval '8 days')`
    await runForEachAgency(deleteExpiredRows)
    expect((await admin`select form from draft`).map(({ form }) => form)).toEqual(['record-contact'])
  })

  it('deletes tension notes after their last day', async () => {
    const by = { agency_id: agencyId, written_by: staffId, written_by_name: 'Sam', written_at: new Date() }
    const note = { ...by, ward: 'Speke', grade: 'potential', strands: [] }
    for (const days of [-1, 0, 1])
      await admin`insert into tension_note ${admin({ ...note, note_id: randomUUID(), note: String(days), expires_on: new Date(Date.now() + days * 86_400_000) })}`
    await runForEachAgency(deleteExpiredRows)
    const left = await admin`select note from tension_note order by expires_on`
    expect(left.map((row) => row.note)).toEqual(['0', '1'])
  })

  it('goes on with the other agencies when one fails, and says so at the end', async () => {
    await world.agency()
    const seen: string[] = []
    const run = runForEachAgency(async ({ actor }) => {
      seen.push(actor.agencyId)
      if (seen.length === 1) throw new Error('the first one fails')
    })
    await expect(run).rejects.toThrow('the first one fails')
    expect(seen).toHaveLength(2)
  })
})
