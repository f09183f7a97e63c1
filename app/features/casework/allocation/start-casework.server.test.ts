import { describe, expect, it } from 'vitest'
import { allocatedCase, allowed, reportInput } from '../../../../tests/support/cases.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { saveReport } from '../../intake/save-report.server.ts'
import { startCasework } from './start-casework.server.ts'

const world = await openWorld()
const agency = await world.agency()
const worker = await world.staff(agency)
const colleague = await world.staff(agency)

const save = (given: Parameters<typeof reportInput>[0]) => saveReport(asking(worker), reportInput(given), startCasework)

async function stateOf(caseId: string) {
  const [file] = await world.admin`select case_worker_id from case_file where case_id = ${caseId}`
  const [clock] =
    await world.admin`select clause, state, kept_at from clock where case_id = ${caseId} and clause in ('R3', 'R4')`
  return { worker: file?.case_worker_id, ...clock }
}

describe('saving a report', () => {
  it('makes its taker the case worker and meets the contact deadline in the same step (R3 R6)', async () => {
    const { caseId } = allowed(await save({ takeCase: true, spokeNow: true }))
    const now = asking(worker).now
    expect(await stateOf(caseId)).toEqual({ worker: worker.actor.staffId, clause: 'R3', state: 'met', kept_at: now })
  })

  it('meets the deadline of a serious report too, from the day it came in (R4)', async () => {
    const receivedAt = new Date('2026-11-20T16:45:00Z')
    const late = { receivedAt, backdatedReason: 'On paper at first', violence: 'yes' as const }
    const { caseId } = allowed(await save({ ...late, takeCase: true, spokeNow: true }))
    expect(await stateOf(caseId)).toMatchObject({ clause: 'R4', state: 'met' })
  })

  it('leaves the deadline running for a taker who did not speak with the client', async () => {
    const { caseId } = allowed(await save({ takeCase: true }))
    expect(await stateOf(caseId)).toMatchObject({ worker: worker.actor.staffId, state: 'running' })
  })

  it('goes against no answer of a client who calls although nobody may call them', async () => {
    const { caseId } = allowed(await save({ takeCase: true, spokeNow: true, safeToCall: 'no' }))
    const [contact] = await world.admin`select unsafe_answers from contact where case_id = ${caseId}`
    expect(contact?.unsafe_answers).toEqual([])
  })

  it.each([
    { why: 'a contact needs a case worker', given: { spokeNow: true }, field: 'takeCase' },
    {
      why: 'nobody speaks in an e-mail',
      given: { takeCase: true, spokeNow: true, channel: 'email' },
      field: 'spokeNow',
    },
  ] as const)('saves nothing at all: $why', async ({ given, field }) => {
    const before = await world.admin`select count(*) from case_file`
    expect(await save(given)).toMatchObject({ ok: false, refusal: { kind: 'casework-not-started', field } })
    expect(await world.admin`select count(*) from case_file`).toEqual(before)
  })

  it('takes no case from a colleague when a report is added to it', async () => {
    const { caseId } = await allocatedCase(colleague)
    expect(await save({ samePerson: caseId, takeCase: true })).toMatchObject({ refusal: { field: 'takeCase' } })
    expect(await stateOf(caseId)).toMatchObject({ worker: colleague.actor.staffId })
  })
})
