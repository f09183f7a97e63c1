import { describe, expect, it } from 'vitest'
import { contactedCase, contactInput } from '../../../../tests/support/cases.ts'
import { asking, MONDAY_MORNING, openWorld, type Person } from '../../../../tests/support/world.ts'
import { markContactInError } from './mark-contact-in-error.server.ts'
import { recordContact } from './record-contact.server.ts'

const world = await openWorld()
const worker = await world.staff(await world.agency())
const LATER = new Date('2026-11-24T10:00:00Z')

async function contactClock(caseId: string) {
  const [clock] = await world.admin`select * from clock where case_id = ${caseId} and clause = 'R3'`
  return clock
}

function mark(by: Person, { caseId, contactId }: { caseId: string; contactId: string }) {
  return markContactInError(asking(by, LATER), { caseId, contactId, reason: 'other_client' })
}

describe('a contact entered in error', () => {
  it('stays in the log, marked, and the clock that it had stopped runs again (R3)', async () => {
    const wrong = await contactedCase(worker)
    expect(await contactClock(wrong.caseId)).toMatchObject({ state: 'met' })
    expect(await mark(worker, wrong)).toEqual({ ok: true, value: null })
    const [kept] = await world.admin`select * from contact where contact_id = ${wrong.contactId}`
    expect(kept).toMatchObject({ error_at: LATER, error_reason: 'other_client', result: 'spoke' })
    expect(await contactClock(wrong.caseId)).toMatchObject({ state: 'running', kept_at: null })
  })

  it('leaves the standard to the next contact that counts (R3)', async () => {
    const wrong = await contactedCase(worker)
    await recordContact(asking(worker, LATER), contactInput(wrong.caseId))
    await mark(worker, wrong)
    expect(await contactClock(wrong.caseId)).toMatchObject({ state: 'met', kept_at: LATER })
    const [file] = await world.admin`select next_due_at from case_file where case_id = ${wrong.caseId}`
    expect(file?.next_due_at).toEqual(new Date('2026-12-07T23:59:59.999Z'))
  })

  it('is marked once', async () => {
    const wrong = await contactedCase(worker, { now: MONDAY_MORNING })
    await mark(worker, wrong)
    expect(await mark(worker, wrong)).toEqual({ ok: false, refusal: { kind: 'already-marked' } })
  })

  it('is not there for another agency, nor under another case', async () => {
    const stranger = await world.staff(await world.agency())
    const [wrong, other] = [await contactedCase(worker), await contactedCase(worker)]
    expect(await mark(stranger, wrong)).toEqual({ ok: false, refusal: { kind: 'not-found' } })
    const crossed = { caseId: other.caseId, contactId: wrong.contactId }
    expect(await mark(worker, crossed)).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  })
})
