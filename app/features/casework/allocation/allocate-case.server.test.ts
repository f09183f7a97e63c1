import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { allocatedCase, reportedCase } from '../../../../tests/support/cases.ts'
import { asking, openWorld, type Person } from '../../../../tests/support/world.ts'
import { allocateCase } from './allocate-case.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const worker = await world.staff(harthill)
const colleague = await world.staff(harthill)
const manager = await world.staff(harthill, 'manager')

async function caseRow(caseId: string) {
  const [row] = await world.admin`select * from case_file where case_id = ${caseId}`
  return row
}

function allocate(by: Person, caseId: string, to: Person) {
  return allocateCase(asking(by), { caseId, staffId: to.actor.staffId })
}

describe('a case is given to one named case worker (R6)', () => {
  it('by a manager, to anybody of the agency who holds cases, and the timeline says to whom', async () => {
    const { caseId } = await reportedCase(worker)
    expect(await allocate(manager, caseId, colleague)).toEqual({
      ok: true,
      value: { caseWorkerId: colleague.actor.staffId },
    })
    expect(await caseRow(caseId)).toMatchObject({ case_worker_id: colleague.actor.staffId, returned_to_queue_at: null })
    const [event] = await world.admin`select * from case_event where case_id = ${caseId} order by seq desc limit 1`
    expect(event).toMatchObject({ kind: 'case-allocated', subject_id: colleague.actor.staffId })
  })

  it('by a case worker only to themselves, and only when nobody has it', async () => {
    const { caseId } = await reportedCase(worker)
    expect(await allocate(worker, caseId, colleague)).toMatchObject({ refusal: { kind: 'only-a-manager-allocates' } })
    expect(await allocate(worker, caseId, worker)).toMatchObject({ ok: true })
    expect(await allocate(colleague, caseId, colleague)).toMatchObject({ refusal: { kind: 'somebody-has-it' } })
  })

  it('by a manager from one to another', async () => {
    const { caseId } = await allocatedCase(worker)
    expect(await allocate(manager, caseId, worker)).toMatchObject({ refusal: { kind: 'already-allocated-to-them' } })
    expect(await allocate(manager, caseId, colleague)).toMatchObject({ ok: true })
  })

  it.each([
    { why: 'left', role: 'case_worker', leave: true, kind: 'has-left' },
    { why: 'does other work', role: 'administrator', leave: false, kind: 'role-holds-no-cases' },
  ] as const)('not to somebody who $why', async ({ role, leave, kind }) => {
    const other = await world.staff(harthill, role)
    if (leave) await world.admin`update staff set active = false where staff_id = ${other.actor.staffId}`
    const { caseId } = await reportedCase(worker)
    expect(await allocate(manager, caseId, other)).toMatchObject({ refusal: { kind } })
  })

  it('with one winner when two take it at once', async () => {
    const { caseId } = await reportedCase(worker)
    const both = await Promise.all([allocate(worker, caseId, worker), allocate(colleague, caseId, colleague)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('another agency', () => {
  it('has no such case and no such person', async () => {
    const elsewhere = await world.agency()
    const stranger = await world.staff(elsewhere, 'manager')
    const { caseId } = await reportedCase(worker)
    const missing = await allocate(stranger, randomUUID(), stranger)
    expect(missing).toEqual({ ok: false, refusal: { kind: 'not-found' } })
    expect(await allocate(stranger, caseId, stranger)).toEqual(missing)
    expect(await allocate(manager, caseId, stranger)).toEqual(missing)
  })
})
