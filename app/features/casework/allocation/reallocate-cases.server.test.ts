import { describe, expect, it } from 'vitest'
import { allocatedCase } from '../../../../tests/support/cases.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { reallocateCases } from './reallocate-cases.server.ts'

const world = await openWorld()
const agency = await world.agency()
const leaver = await world.staff(agency)
const colleague = await world.staff(agency)
const manager = await world.staff(agency, 'manager')
const stranger = await world.staff(await world.agency())

async function heldBy(staffId: string) {
  const rows = await world.admin`select case_id from case_file where case_worker_id = ${staffId} and stage = 'open'`
  return rows.length
}

describe('reallocateCases', () => {
  const input = { fromStaffId: leaver.actor.staffId, staffId: colleague.actor.staffId }

  it('gives every open case of a leaver to a colleague', async () => {
    await allocatedCase(leaver)
    await allocatedCase(leaver)
    expect(await reallocateCases(asking(manager), input)).toEqual({ ok: true, value: { moved: 2 } })
    expect([await heldBy(leaver.actor.staffId), await heldBy(colleague.actor.staffId)]).toEqual([0, 2])
  })

  it.each([
    { why: 'only managers take a case from somebody', by: leaver, to: colleague, kind: 'not-a-manager' },
    { why: 'nobody of another agency holds our cases', by: manager, to: stranger, kind: 'not-found' },
  ])('moves nothing: $why', async ({ by, to, kind }) => {
    await allocatedCase(leaver)
    const before = await heldBy(leaver.actor.staffId)
    const answer = await reallocateCases(asking(by), { ...input, staffId: to.actor.staffId })
    expect(answer).toMatchObject({ ok: false, refusal: { kind } })
    expect(await heldBy(leaver.actor.staffId)).toBe(before)
    const idle = await world.staff(agency)
    const ofNone = { fromStaffId: idle.actor.staffId, staffId: to.actor.staffId }
    expect(await reallocateCases(asking(by), ofNone), 'where there is nothing to move').toEqual(answer)
  })
})
