import { describe, expect, it } from 'vitest'
import { allocatedCase, allowed, incidentInput, reportInput } from '../../../tests/support/cases.ts'
import { clockOfRepair, reportedRepair } from '../../../tests/support/casework/repairs.ts'
import { asking, MONDAY_MORNING, openWorld } from '../../../tests/support/world.ts'
import { addReport } from '../intake/changes/add-report.server.ts'
import { changeIncident, changeIncidentInput } from '../intake/changes/change-incident.server.ts'
import { recordIncident } from '../intake/changes/record-incident.server.ts'
import { takeReport } from '../intake/take-report.server.ts'
import { reportRepair, reportRepairInput, reportUrgentWork } from './report-repair.server.ts'

const world = await openWorld()
const harthill = await world.agency({ investigates: false })
const worker = await world.staff(harthill)
const stranger = await world.staff(await world.agency())

const DOOR = reportRepairInput.parse({ kind: 'repair', damage: 'The front door does not lock.' })
const URGENT = { urgentWork: ['repair' as const], urgentWorkWhat: 'The kitchen window is smashed' }

async function repairsOf(caseId: string) {
  return world.admin`select kind, damage, place, incident_id, reported_at, due_at, backdated_reason
    from repair where case_id = ${caseId} order by kind`
}

/** domain.md 5.1; the local times are London's. */
const VECTORS = [
  { local: 'Sat 27 Mar 2027 18:00 GMT', at: '2027-03-27T18:00:00Z', due: '2027-03-28T18:00:00Z', until: '19:00 BST' },
  { local: 'Sat 30 Oct 2027 18:00 BST', at: '2027-10-30T17:00:00Z', due: '2027-10-31T17:00:00Z', until: '17:00 GMT' },
  { local: 'Thu 24 Dec 2026 16:00', at: '2026-12-24T16:00:00Z', due: '2026-12-25T16:00:00Z', until: '16:00' },
] as const

describe('a repair or graffiti that is reported', () => {
  it.each(VECTORS)('R8a: $local is due after 24 elapsed hours, at $until', async ({ at, due }) => {
    const { repairId } = await reportedRepair(worker, { now: new Date(at) })
    expect(await clockOfRepair(world, repairId)).toMatchObject({
      clause: 'R8a',
      state: 'running',
      started_at: new Date(at),
      due_at: new Date(due),
    })
  })

  it('R8b: graffiti has a clock of its own, and the list is in the order of the clocks', async () => {
    const friday = new Date('2027-03-26T19:30:00Z')
    const { caseId, repairId } = await reportedRepair(worker, { now: friday, kind: 'graffiti' })
    const clock = await clockOfRepair(world, repairId)
    expect(clock).toMatchObject({ clause: 'R8b', due_at: new Date('2027-03-27T19:30:00Z') })
    expect(await repairsOf(caseId)).toMatchObject([{ kind: 'graffiti', due_at: clock?.due_at }])
  })

  it('R8a: counts from when the agency learnt of it, and asks why it is recorded later', async () => {
    const { caseId } = await allocatedCase(worker)
    const reportedAt = new Date(MONDAY_MORNING.getTime() - 26 * 3_600_000)
    const report = (backdatedReason: string, at = reportedAt) =>
      reportRepair(asking(worker), { ...DOOR, caseId, reportedAt: at, backdatedReason })
    expect(await report('')).toMatchObject({ refusal: { kind: 'backdated-without-reason' } })
    expect(await report('', new Date('2026-11-23T09:00:01Z'))).toMatchObject({
      refusal: { kind: 'received-in-the-future' },
    })
    const { repairId } = allowed(await report('The duty phone was not answered'))
    // Overdue at once: what is recorded late was late.
    expect(await clockOfRepair(world, repairId)).toMatchObject({ due_at: new Date('2026-11-23T07:00:00Z') })
  })

  it('is not there for another agency, and not for a closed case', async () => {
    const { caseId } = await allocatedCase(worker)
    expect(await reportRepair(asking(stranger), { ...DOOR, caseId })).toMatchObject({ refusal: { kind: 'not-found' } })
    await world.admin`update case_file set stage = 'closed' where case_id = ${caseId}`
    expect(await reportRepair(asking(worker), { ...DOOR, caseId })).toMatchObject({ refusal: { kind: 'case-closed' } })
  })

  it('is saved once when the form is sent twice', async () => {
    const { caseId } = await allocatedCase(worker)
    const form = asking(worker)
    const [one, two] = await Promise.all([1, 2].map(() => reportRepair(form, { ...DOOR, caseId })))
    expect(one).toEqual(two)
    expect(await repairsOf(caseId)).toHaveLength(1)
  })
})

describe('urgent work named in a report', () => {
  it('R8a R8b: starts the 24 hours when the report was received, each kind with a clock', async () => {
    const receivedAt = new Date('2026-11-20T18:30:00Z')
    const report = {
      ...{ receivedAt, backdatedReason: 'From the weekend’s duty notes', place: 'Block 4, rear stairs' },
      ...{ urgentWork: ['repair', 'graffiti'] as ('repair' | 'graffiti')[], urgentWorkWhat: 'Slur on a broken door' },
    }
    const { caseId } = allowed(await takeReport(asking(worker), reportInput(report), reportUrgentWork))
    const [incident] = await world.admin`select incident_id from incident where case_id = ${caseId}`
    const same = {
      reported_at: receivedAt,
      damage: 'Slur on a broken door',
      place: 'Block 4, rear stairs',
      ...incident,
    }
    expect(await repairsOf(caseId)).toMatchObject([
      { kind: 'graffiti', ...same },
      { kind: 'repair', ...same },
    ])
    const clocks = await world.admin`select clause, due_at from clock
      where case_id = ${caseId} and clause like 'R8%' order by clause`
    const due_at = new Date('2026-11-21T18:30:00Z')
    expect(clocks).toEqual([
      { clause: 'R8a', due_at },
      { clause: 'R8b', due_at },
    ])
    const [event] =
      await world.admin`select data from case_event where case_id = ${caseId} and kind = 'repair-reported'`
    expect(event?.data).toMatchObject({ reportedAt: receivedAt.toISOString(), backdated: true })
  })

  it('R8a: also in a second report of the same person, a further incident and a corrected incident', async () => {
    const { caseId } = await allocatedCase(worker)
    const later = (minute: number) => asking(worker, new Date(MONDAY_MORNING.getTime() + minute * 60_000))
    allowed(await addReport(later(1), { ...reportInput(URGENT), caseId }, reportUrgentWork))
    const input = incidentInput(caseId, URGENT)
    const { incidentId } = allowed(await recordIncident(later(2), input, reportUrgentWork))
    const correction = {
      ...changeIncidentInput.parse({ strands: ['race'], violence: 'no' }),
      ...URGENT,
      caseId,
      incidentId,
    }
    allowed(await changeIncident(later(3), correction, reportUrgentWork))
    const rows = await world.admin`select reported_at from repair where case_id = ${caseId} order by reported_at`
    expect(rows.map(({ reported_at }) => reported_at)).toEqual([1, 2, 3].map((minute) => later(minute).now))
  })

  it('is nothing where no one named any, and all or nothing with its report', async () => {
    const { caseId } = allowed(await takeReport(asking(worker), reportInput(), reportUrgentWork))
    expect(await repairsOf(caseId)).toEqual([])
    const failing = takeReport(asking(worker), reportInput({ ...URGENT, clientName: 'Lost' }), async (...saved) => {
      await reportUrgentWork(...saved)
      throw new Error('the line dropped')
    })
    await expect(failing).rejects.toThrow('the line dropped')
    expect(await world.admin`select 1 from client where name = 'Lost'`).toHaveLength(0)
  })
})
