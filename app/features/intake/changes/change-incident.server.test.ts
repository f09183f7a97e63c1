import { describe, expect, it } from 'vitest'
import { reportedCase } from '../../../../tests/support/cases.ts'
import { asking, openWorld, type Person } from '../../../../tests/support/world.ts'
import { changeIncident, changeIncidentInput } from './change-incident.server.ts'

const world = await openWorld()
const worker = await world.staff(await world.agency())

async function incidentOf(caseId: string) {
  const [row] = await world.admin`select * from incident where case_id = ${caseId}`
  return row
}

async function change(by: Person, caseId: string, given: Record<string, unknown>) {
  const incidentId = String((await incidentOf(caseId))?.incident_id)
  const fields = changeIncidentInput.parse({ strands: ['race'], violence: 'no', ...given })
  return changeIncident(asking(by), { ...fields, caseId, incidentId })
}

describe('an incident corrected later', () => {
  it('keeps what the police made of it beside the perception, which stays (G2)', async () => {
    const { caseId } = await reportedCase(worker)
    const answer = await change(worker, caseId, { policeStatus: 'not_recorded' })
    expect(answer).toEqual({ ok: true, value: { changed: ['policeStatus'] } })
    const [file] = await world.admin`select stage from case_file where case_id = ${caseId}`
    expect(file?.stage).toBe('open')
    expect(await incidentOf(caseId)).toMatchObject({ police_status: 'not_recorded', strands: ['race'] })
  })

  it('never changes the words of who told it, and the log holds the names of fields alone', async () => {
    const { caseId } = await reportedCase(worker, { report: { account: 'He spat at me.' } })
    await change(worker, caseId, { place: '12 Larkmoor Row', ward: 'Anfield', account: 'Nothing happened' })
    expect((await incidentOf(caseId))?.account).toBe('He spat at me.')
    const [event] = await world.admin`select data from case_event where case_id = ${caseId} order by seq desc limit 1`
    expect(event?.data).toEqual({ answers: {}, changed: ['place', 'ward'] })
  })

  it('makes the case serious when violence comes to light, and never takes that back (R4)', async () => {
    const { caseId } = await reportedCase(worker)
    await change(worker, caseId, { violence: 'yes' })
    await change(worker, caseId, { violence: 'no' })
    const [file] = await world.admin`select serious from case_file where case_id = ${caseId}`
    expect(file?.serious).toBe(true)
    const running = await world.admin`
      select clause from clock where case_id = ${caseId} and state = 'running' and clause in ('R3', 'R4')`
    expect(running.map(({ clause }) => clause)).toEqual(['R4'])
  })

  it('is no event when nothing differs, and not there for another agency', async () => {
    const { caseId } = await reportedCase(worker)
    expect(await change(worker, caseId, {})).toEqual({ ok: true, value: { changed: [] } })
    const stranger = await world.staff(await world.agency())
    expect(await change(stranger, caseId, {})).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  })
})
