import { describe, expect, it } from 'vitest'
import { reportedCase, reportInput } from '../../../tests/support/cases.ts'
import { asking, openWorld } from '../../../tests/support/world.ts'
import { saveReport } from './save-report.server.ts'

const world = await openWorld()
const worker = await world.staff(await world.agency())

describe('a report about somebody who may be known', () => {
  it('opens a case of its own when it is another person', async () => {
    const known = await reportedCase(worker, { report: { clientName: 'Amara Diallo' } })
    const saved = await saveReport(asking(worker), reportInput({ clientName: 'Amara Diallo', samePerson: 'another' }))
    expect(saved).toMatchObject({ ok: true, value: { opened: true } })
    expect(saved).not.toMatchObject({ value: { caseId: known.caseId } })
  })

  it('is added to the case of the same person as a further incident', async () => {
    const { caseId } = await reportedCase(worker)
    const saved = await saveReport(asking(worker), reportInput({ account: 'And again.', samePerson: caseId }))
    expect(saved).toEqual({ ok: true, value: { caseId, opened: false } })
    const accounts = await world.admin`select account from incident where case_id = ${caseId}`
    expect(accounts.map(({ account }) => account)).toContain('And again.')
  })

  it('finds no case of another agency to add it to', async () => {
    const stranger = await world.staff(await world.agency())
    const { caseId } = await reportedCase(worker)
    const saved = await saveReport(asking(stranger), reportInput({ samePerson: caseId }))
    expect(saved).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  })
})
