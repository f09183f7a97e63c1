import { describe, expect, it } from 'vitest'
import { allocatedCase, contactedCase } from '../../../../tests/support/cases.ts'
import { asking, openWorld, type Person } from '../../../../tests/support/world.ts'
import { exceptStandard } from './except-standard.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const worker = await world.staff(harthill)
const manager = await world.staff(harthill, 'manager')

async function clockOf(caseId: string, clause = 'R3') {
  const [clock] = await world.admin`select * from clock where case_id = ${caseId} and clause = ${clause}`
  return clock
}

async function except(by: Person, caseId: string, clause?: string) {
  const clock = await clockOf(caseId, clause)
  return exceptStandard(asking(by), { caseId, clockId: String(clock?.clock_id), reason: 'declined' })
}

describe('an exception from a standard', () => {
  it('is decided by a manager, and the clock says why (R3)', async () => {
    const { caseId } = await allocatedCase(worker)
    expect(await except(worker, caseId)).toEqual({ ok: false, refusal: { kind: 'not-a-manager' } })
    expect(await except(manager, caseId)).toEqual({ ok: true, value: null })
    expect(await clockOf(caseId)).toMatchObject({
      state: 'exception',
      reason: 'The client does not want to be contacted',
    })
  })

  it('is for what still runs, and never for C4, which is no deadline', async () => {
    const { caseId } = await contactedCase(worker)
    expect(await except(manager, caseId)).toEqual({ ok: false, refusal: { kind: 'not-running' } })
    expect(await except(manager, caseId, 'C4')).toEqual({ ok: false, refusal: { kind: 'not-running' } })
  })

  it('is not there for another agency', async () => {
    const stranger = await world.staff(await world.agency(), 'manager')
    const { caseId } = await allocatedCase(worker)
    expect(await except(stranger, caseId)).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  })
})
