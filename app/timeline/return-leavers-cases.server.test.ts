import { describe, expect, it } from 'vitest'
import { asActor } from '../../db/as-actor.ts'
import { allocatedCase, allowed } from '../../tests/support/cases.ts'
import { agreedPlan, planOf } from '../../tests/support/casework/plans.ts'
import { asking, openWorld, type Person } from '../../tests/support/world.ts'
import { toDay } from '../domain/time/calendar-day.ts'
import { nameAlternativeContact } from '../features/casework/contacts/name-alternative-contact.server.ts'
import { returnCasesOfLeaver } from './return-leavers-cases.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const manager = await world.staff(harthill, 'manager')

function leave(asked: Person, leaver: Person) {
  const { actor, now } = asking(asked)
  return asActor(actor, (tx) => returnCasesOfLeaver(tx, { actor, now }, leaver.actor.staffId))
}

async function caseRow(caseId: string) {
  const [row] = await world.admin`select * from case_file where case_id = ${caseId}`
  return row
}

describe('the cases of somebody who leaves', () => {
  it('fall back to the queue, and the timeline says why (R6)', async () => {
    const [leaver, colleague] = [await world.staff(harthill), await world.staff(harthill)]
    const left = await allocatedCase(leaver)
    const stays = await allocatedCase(colleague)
    allowed(await nameAlternativeContact(asking(colleague), { caseId: stays.caseId, staffId: leaver.actor.staffId }))
    expect(await leave(manager, leaver)).toEqual({ toQueue: 1, withoutAlternative: 1 })
    expect(await caseRow(left.caseId)).toMatchObject({
      case_worker_id: null,
      returned_to_queue_at: asking(manager).now,
    })
    expect(await caseRow(stays.caseId)).toMatchObject({
      case_worker_id: colleague.actor.staffId,
      alternative_contact_id: null,
    })
    const [event] = await world.admin`
      select * from case_event where case_id = ${left.caseId} order by seq desc limit 1`
    expect(event).toMatchObject({
      kind: 'case-returned-to-queue',
      data: { staffId: leaver.actor.staffId, reason: 'leaver' },
    })
    expect(await leave(manager, leaver)).toEqual({ toQueue: 0, withoutAlternative: 0 })
  })

  it('fall back also where the portal itself acts for the agency', async () => {
    const leaver = await world.staff(harthill)
    const { caseId } = await allocatedCase(leaver)
    const system = { ...manager, actor: { ...manager.actor, role: 'system' as const } }
    expect(await leave(system, leaver)).toMatchObject({ toQueue: 1 })
    expect((await caseRow(caseId))?.case_worker_id).toBeNull()
  })

  it('I6: leave their plans with an alert for who is missing, and their actions to the case worker', async () => {
    const [leaver, worker] = [await world.staff(harthill), await world.staff(harthill)]
    const { staffId } = leaver.actor
    const ours = [{ what: 'Fit an alarm', dueOn: toDay('2026-11-30'), why: 'Safe', staffId }]
    const { caseId } = await agreedPlan({ worker, alternative: leaver }, { ours, contactBy: staffId })
    const { agreed } = await planOf(worker, caseId)
    await world.admin`update staff set active = false where staff_id = ${staffId}`
    expect(await leave(manager, leaver)).toEqual({ toQueue: 0, withoutAlternative: 1 })
    const after = await planOf(worker, caseId)
    expect(after.alerts).toEqual(['alternative_contact_missing', 'contact_person_left', 'actions_without_worker'])
    expect(after.actions).toMatchObject([{ state: 'open', staffId: null }])
    expect(after.agreed?.fingerprint).toBe(agreed?.fingerprint)
  })

  it('are untouched by another agency', async () => {
    const leaver = await world.staff(harthill)
    await allocatedCase(leaver)
    const stranger = await world.staff(await world.agency(), 'manager')
    expect(await leave(stranger, leaver)).toEqual({ toQueue: 0, withoutAlternative: 0 })
  })
})
