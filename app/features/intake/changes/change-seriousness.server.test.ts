import { describe, expect, it } from 'vitest'
import { allocatedCase, allowed, contactedCase, incidentInput } from '../../../../tests/support/cases.ts'
import { asking, openWorld, type Person } from '../../../../tests/support/world.ts'
import { changeSeriousness } from './change-seriousness.server.ts'
import { recordIncident } from './record-incident.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const worker = await world.staff(harthill)
const manager = await world.staff(harthill, 'manager')

const RECEIVED = new Date('2026-11-20T16:45:00Z')
const DAY_TWO = new Date('2026-11-24T09:00:00Z')

function change(by: Person, caseId: string, serious: boolean) {
  const reason = serious ? ('threat_told_later' as const) : ('marked_by_mistake' as const)
  return changeSeriousness(asking(by, DAY_TWO), { caseId, serious, reason, note: 'She told us of the knife.' })
}

function clocks(caseId: string) {
  return world.admin`select clause, state, due_at from clock where case_id = ${caseId} and clause in ('R3', 'R4') order by clause, started_at`
}

async function noteOf(caseId: string) {
  const [file] = await world.admin`select serious_reason from case_file where case_id = ${caseId}`
  return file?.serious_reason
}

describe('a case marked as serious later', () => {
  it('has one working day from when the report came in, so it may be overdue at once (R4)', async () => {
    const { caseId } = await allocatedCase(worker, { now: RECEIVED })
    expect(await change(worker, caseId, true)).toEqual({ ok: true, value: null })
    expect(await clocks(caseId)).toMatchObject([
      { clause: 'R3', state: 'cancelled' },
      { clause: 'R4', state: 'running', due_at: new Date('2026-11-23T23:59:59.999Z') },
    ])
    const [file] =
      await world.admin`select serious, serious_reason, next_due_at from case_file where case_id = ${caseId}`
    expect(file).toMatchObject({ serious: true, next_due_at: new Date('2026-11-23T23:59:59.999Z') })
  })

  it('keeps the reason of the client in the case and only its kind in the log', async () => {
    const { caseId } = await allocatedCase(worker, { now: RECEIVED })
    await change(worker, caseId, true)
    const [event] = await world.admin`select data from case_event where case_id = ${caseId} order by seq desc limit 1`
    expect(event?.data).toEqual({ receivedAt: RECEIVED.toISOString(), reason: 'threat_told_later' })
  })

  it('is taken back by a manager only (R4)', async () => {
    const { caseId } = await allocatedCase(worker, { now: RECEIVED, report: { violence: 'yes' } })
    expect(await change(worker, caseId, false)).toEqual({ ok: false, refusal: { kind: 'not-a-manager' } })
    expect(await change(manager, caseId, false)).toEqual({ ok: true, value: null })
    expect(await clocks(caseId)).toMatchObject([
      { clause: 'R3', state: 'running', due_at: new Date('2026-11-24T23:59:59.999Z') },
      { clause: 'R4', state: 'cancelled' },
    ])
  })

  it('has no note of why it was not serious once a further incident makes it so', async () => {
    const { caseId } = await contactedCase(worker, { now: RECEIVED, report: { violence: 'yes' } })
    await change(manager, caseId, false)
    expect(await noteOf(caseId)).toBe('She told us of the knife.')
    const violent = { violence: 'yes' } as const
    allowed(await recordIncident(asking(worker, DAY_TWO), incidentInput(caseId, violent)))
    expect(await noteOf(caseId)).toBe('')
    await change(manager, caseId, false)
    await change(worker, caseId, true)
    allowed(await recordIncident(asking(worker, DAY_TWO), incidentInput(caseId, violent)))
    expect(await noteOf(caseId)).toBe('She told us of the knife.')
  })

  it('taken back leaves the contact that a later report without violence is owed (R3)', async () => {
    const { caseId } = await contactedCase(worker, { now: RECEIVED, report: { violence: 'yes' } })
    allowed(await recordIncident(asking(worker, DAY_TWO), incidentInput(caseId)))
    expect(await change(manager, caseId, false)).toEqual({ ok: true, value: null })
    expect(await clocks(caseId)).toMatchObject([
      { clause: 'R3', state: 'met' },
      { clause: 'R3', state: 'running', due_at: new Date('2026-11-26T23:59:59.999Z') },
      { clause: 'R4', state: 'cancelled' },
    ])
  })

  it('changes nothing twice, and nothing in another agency', async () => {
    const { caseId } = await allocatedCase(worker, { now: RECEIVED, report: { violence: 'yes' } })
    expect(await change(worker, caseId, true)).toEqual({ ok: false, refusal: { kind: 'nothing-changes' } })
    const stranger = await world.staff(await world.agency(), 'manager')
    expect(await change(stranger, caseId, false)).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  })
})
