import { describe, expect, it } from 'vitest'
import { allocatedCase } from '../../../../tests/support/cases.ts'
import { asking, openWorld, type Person } from '../../../../tests/support/world.ts'
import { giveLateReason } from './give-late-reason.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const worker = await world.staff(harthill)
const manager = await world.staff(harthill, 'manager')

/** Received Monday 23: contact by the end of Wednesday 25. */
const IN_TIME = new Date('2026-11-25T12:00:00Z')
const LATE = new Date('2026-11-26T08:00:00Z')

async function give(by: Person, caseId: string, now = LATE) {
  const [clock] = await world.admin`select clock_id from clock where case_id = ${caseId} and clause = 'R3'`
  const input = { caseId, clockId: String(clock?.clock_id), reason: 'no_answer', note: 'Three tries.' } as const
  return giveLateReason(asking(by, now), input)
}

describe('the reason for a standard that was not kept in time', () => {
  it('is given by a manager and changes nothing about the clock (R3)', async () => {
    const { caseId } = await allocatedCase(worker)
    expect(await give(worker, caseId)).toEqual({ ok: false, refusal: { kind: 'not-a-manager' } })
    expect(await give(manager, caseId)).toEqual({ ok: true, value: null })
    const [clock] = await world.admin`select * from clock where case_id = ${caseId} and clause = 'R3'`
    expect(clock).toMatchObject({
      state: 'running',
      late_reason: 'We tried in time and no one answered. Three tries.',
    })
    const [event] = await world.admin`select data from case_event where case_id = ${caseId} order by seq desc limit 1`
    expect(event?.data).toMatchObject({ clause: 'R3', reason: 'no_answer' })
    expect(JSON.stringify(event?.data)).not.toContain('Three tries')
  })

  it('is asked only where something is late', async () => {
    const { caseId } = await allocatedCase(worker)
    expect(await give(manager, caseId, IN_TIME)).toEqual({ ok: false, refusal: { kind: 'not-late' } })
  })

  it('is not there for another agency', async () => {
    const stranger = await world.staff(await world.agency(), 'manager')
    const { caseId } = await allocatedCase(worker)
    expect(await give(stranger, caseId)).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  })
})
