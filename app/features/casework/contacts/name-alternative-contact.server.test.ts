import { describe, expect, it } from 'vitest'
import { allocatedCase } from '../../../../tests/support/cases.ts'
import { asking, openWorld, type Person } from '../../../../tests/support/world.ts'
import { nameAlternativeContact } from './name-alternative-contact.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const worker = await world.staff(harthill)
const colleague = await world.staff(harthill)

function name(by: Person, caseId: string, person: Person) {
  return nameAlternativeContact(asking(by), { caseId, staffId: person.actor.staffId })
}

describe('the alternative contact', () => {
  it('is another active person of the agency (I6)', async () => {
    const { caseId } = await allocatedCase(worker)
    expect(await name(worker, caseId, colleague)).toMatchObject({ ok: true })
    const [file] = await world.admin`select alternative_contact_id from case_file where case_id = ${caseId}`
    expect(file?.alternative_contact_id).toBe(colleague.actor.staffId)
    expect(await name(worker, caseId, worker)).toEqual({ ok: false, refusal: { kind: 'is-the-case-worker' } })
  })

  it('is nobody who has left', async () => {
    const gone = await world.staff(harthill)
    await world.admin`update staff set active = false where staff_id = ${gone.actor.staffId}`
    const { caseId } = await allocatedCase(worker)
    expect(await name(worker, caseId, gone)).toEqual({ ok: false, refusal: { kind: 'has-left' } })
  })

  it('is nobody of another agency, and no other agency has the case', async () => {
    const stranger = await world.staff(await world.agency())
    const { caseId } = await allocatedCase(worker)
    const missing = { ok: false, refusal: { kind: 'not-found' } }
    expect(await name(worker, caseId, stranger)).toEqual(missing)
    expect(await name(stranger, caseId, stranger)).toEqual(missing)
  })
})
