import { describe, expect, it } from 'vitest'
import { reportedCase, reportInput } from '../../../../tests/support/cases.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { addReport } from './add-report.server.ts'

const world = await openWorld()
const worker = await world.staff(await world.agency())
const stranger = await world.staff(await world.agency())

describe('addReport', () => {
  it('is done once, however often its form is sent', async () => {
    const { caseId } = await reportedCase(worker)
    const sameForm = asking(worker)
    const told = { ...reportInput({ account: 'And again.' }), caseId }
    for (const _ of [1, 2]) expect(await addReport(sameForm, told)).toMatchObject({ ok: true, value: { caseId } })
    const written = await world.admin`select 1 from incident where case_id = ${caseId} and account = 'And again.'`
    expect(written).toHaveLength(1)
  })

  it('does not exist for another agency’s case', async () => {
    const { caseId } = await reportedCase(worker)
    const answer = await addReport(asking(stranger), { ...reportInput(), caseId })
    expect(answer).toEqual({ ok: false, refusal: { kind: 'not-found' } })
    expect(await world.admin`select 1 from incident where case_id = ${caseId}`).toHaveLength(1)
  })
})
