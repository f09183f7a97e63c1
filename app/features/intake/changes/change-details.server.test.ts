import { describe, expect, it } from 'vitest'
import { reportedCase } from '../../../../tests/support/cases.ts'
import { asking, MONDAY_MORNING, openWorld, type Person } from '../../../../tests/support/world.ts'
import { POLICY } from '../../../access/policy/policy.ts'
import { CHANGED_FIELDS } from '../../../domain/cases/changed-detail.ts'
import { EMPTY_SAFE_CONTACT } from '../../../domain/cases/safe-contact.ts'
import { changeDetails, changeDetailsInput } from './change-details.server.ts'

const world = await openWorld()
const worker = await world.staff(await world.agency())
const SEEN = MONDAY_MORNING.toISOString()
const LATER = new Date('2026-11-26T10:00:00Z')

function change(by: Person, caseId: string, given: Record<string, unknown>) {
  const fields = changeDetailsInput.parse({
    clientName: 'Amara Diallo',
    phone: '07700 900001',
    seenVersion: SEEN,
    ...given,
  })
  return changeDetails(asking(by, LATER), { ...fields, caseId })
}

const AS_REPORTED = {
  clientName: 'Amara Diallo',
  phone: '07700 900001',
  safeToCall: null,
  safeToVoicemail: null,
  wishes: '',
}

describe('what is known of a client', () => {
  it('is corrected, and the log holds names of fields and answers, never what was written', async () => {
    const { caseId } = await reportedCase(worker, { report: AS_REPORTED })
    const given = {
      address: '3 Larkmoor Row',
      safeToPost: 'no',
      language: 'Arabic',
      interpreterNeeded: 'yes',
      wishes: 'No police.',
    }
    expect(await change(worker, caseId, given)).toEqual({
      ok: true,
      value: { changed: ['language', 'interpreterNeeded', 'address', 'safeToPost', 'wishes'] },
    })
    const [row] = await world.admin`
      select c.*, f.wishes from client c join case_file f using (agency_id, client_id) where f.case_id = ${caseId}`
    expect(row).toMatchObject({ language: 'Arabic', interpreter_needed: true, wishes: 'No police.' })
    expect(row?.safe_contact).toMatchObject({ address: '3 Larkmoor Row', safeToPost: 'no', phone: '07700 900001' })
    const [event] = await world.admin`select data from case_event where case_id = ${caseId} order by seq desc limit 1`
    expect(JSON.stringify(event?.data)).not.toContain('Larkmoor')
    expect(event?.data.answers).toEqual({ interpreterNeeded: ['yes'], safeToPost: ['no'] })
  })

  it('has words on the timeline, whatever field is corrected, also of an incident', () => {
    const derived = ['nameKey', 'phoneKey', 'safeContact', 'placeBy', 'lat', 'lng', 'cell']
    const { client, incident } = POLICY
    const correctable = [...client.updatable, ...incident.updatable, ...Object.keys(EMPTY_SAFE_CONTACT)]
    expect(correctable.filter((name) => !derived.includes(name) && !CHANGED_FIELDS[name])).toEqual([])
  })

  it('is not overwritten by somebody who saw it before it changed', async () => {
    const { caseId } = await reportedCase(worker, { report: AS_REPORTED })
    await change(worker, caseId, { wishes: 'First' })
    expect(await change(worker, caseId, { wishes: 'Second' })).toEqual({
      ok: false,
      refusal: { kind: 'changed-since' },
    })
  })

  it.each([
    { given: { clientName: '' }, kind: 'name-missing' },
    { given: { phone: '' }, kind: 'reach-missing' },
  ])('cannot lose the last way to reach them: $kind', async ({ given, kind }) => {
    const { caseId } = await reportedCase(worker, { report: AS_REPORTED })
    expect(await change(worker, caseId, given)).toEqual({ ok: false, refusal: { kind } })
  })

  it('starts the contact clock when an anonymous client may be contacted after all (R2, R3)', async () => {
    const { caseId } = await reportedCase(worker, { report: { reporterRole: 'anonymous', clientName: '', phone: '' } })
    const answer = await change(worker, caseId, { contactPossible: 'yes' })
    expect(answer).toMatchObject({ ok: true })
    const [clock] = await world.admin`select * from clock where case_id = ${caseId} and clause = 'R3'`
    expect(clock).toMatchObject({ state: 'running', due_at: new Date('2026-11-30T23:59:59.999Z') })
    const [file] = await world.admin`select contactability from case_file where case_id = ${caseId}`
    expect(file?.contactability).toBe('possible')
  })

  it('is not there for another agency', async () => {
    const stranger = await world.staff(await world.agency())
    const { caseId } = await reportedCase(worker)
    expect(await change(stranger, caseId, {})).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  })
})
