import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { allocatedCase, allowed, contactInput, reportInput } from '../../../tests/support/cases.ts'
import { asking, MONDAY_MORNING, openWorld, type Person } from '../../../tests/support/world.ts'
import { readContactForm } from '../casework/contacts/read-contact-form.server.ts'
import { recordContact } from '../casework/contacts/record-contact.server.ts'
import { readReportForm } from '../intake/read-report-form.server.ts'
import { saveReport } from '../intake/save-report.server.ts'
import { deleteDraft, draftKeyOf, keepDraft, keepForLater } from './keep-draft.server.ts'

const world = await openWorld()
const agency = await world.agency()
const worker = await world.staff(agency)
const colleague = await world.staff(agency)

const REPORT = { form: 'report' } as const
const as = ({ actor }: Person) => ({ actor, now: MONDAY_MORNING })
const draftOf = async (person: Person) => (await readReportForm(as(person))).draft

async function answerOf(attempt: Promise<unknown>) {
  return attempt.then(
    () => 'kept',
    (thrown) => (thrown as Response).status,
  )
}

it('keeps the last words of one writer, whom nobody else can read, until they delete them', async () => {
  await keepDraft(as(worker), REPORT, { account: ['He sho'] })
  await keepDraft(as(worker), REPORT, { account: ['He shouted'], strands: ['race', 'religion'] })
  const kept = { fields: { account: ['He shouted'], strands: ['race', 'religion'] }, savedAt: MONDAY_MORNING }
  expect(await draftOf(worker)).toEqual(kept)
  expect(await draftOf(colleague)).toBeNull()
  await deleteDraft(as(colleague), REPORT)
  expect(await draftOf(worker)).toEqual(kept)
  await deleteDraft(as(worker), REPORT)
  expect(await draftOf(worker)).toBeNull()
})

describe('the draft of a report that was saved', () => {
  it('does not come back when its last words arrive after the report', async () => {
    const draftId = randomUUID()
    const words = { draftId: [draftId], clientName: ['Amara Diallo'], account: ['He shouted'] }
    await keepDraft(as(worker), REPORT, words)
    allowed(await saveReport(asking(worker), reportInput({ draftId })))
    expect(await draftOf(worker)).toBeNull()
    await keepDraft(as(worker), REPORT, words)
    expect(await draftOf(worker)).toBeNull()
  })

  it('nor when the report was added to the case of the same person', async () => {
    const draftId = randomUUID()
    const { caseId } = allowed(await saveReport(asking(worker), reportInput()))
    allowed(await saveReport(asking(worker), reportInput({ draftId, samePerson: caseId })))
    await keepDraft(as(worker), REPORT, { draftId: [draftId], account: ['He shouted'] })
    expect(await draftOf(worker)).toBeNull()
  })

  it('nor when both are written at the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const draftId = randomUUID()
      const words = { draftId: [draftId], account: ['He shouted'] }
      const both = [keepDraft(as(worker), REPORT, words), saveReport(asking(worker), reportInput({ draftId }))]
      await Promise.all(round % 2 ? both : both.reverse())
      expect(await draftOf(worker)).toBeNull()
    }
  })

  it('leaves alone the draft of another report that the writer has open', async () => {
    const other = { draftId: [randomUUID()], account: ['Another call'] }
    await keepDraft(as(worker), REPORT, other)
    allowed(await saveReport(asking(worker), reportInput({ draftId: randomUUID() })))
    expect((await draftOf(worker))?.fields).toEqual(other)
  })

  it('is not said to be saved in another window that still shows the form', async () => {
    const draftId = randomUUID()
    allowed(await saveReport(asking(worker), reportInput({ draftId })))
    expect(await keepDraft(as(worker), REPORT, { draftId: [draftId], account: ['She called again'] })).toBe('ended')
    expect(await keepDraft(as(worker), REPORT, { draftId: [randomUUID()], account: ['Another'] })).toBe('saved')
    await deleteDraft(as(worker), REPORT)
  })

  it('is kept as a new one when its writer asks for it by a button', async () => {
    const draftId = randomUUID()
    allowed(await saveReport(asking(worker), reportInput({ draftId })))
    await keepForLater(as(worker), REPORT, { draftId: [draftId], account: ['She called again'] })
    expect((await draftOf(worker))?.fields.account).toEqual(['She called again'])
    await deleteDraft(as(worker), REPORT)
  })

  it('stays away as well when its writer deleted it', async () => {
    const words = { draftId: [randomUUID()], account: ['Hello'] }
    await keepDraft(as(worker), REPORT, words)
    await deleteDraft(as(worker), REPORT)
    await keepDraft(as(worker), REPORT, words)
    expect(await draftOf(worker)).toBeNull()
  })
})

describe('the draft of a contact', () => {
  const keyOf = (caseId: string) => ({ form: 'record-contact', subject: caseId }) as const
  const contactDraft = async (person: Person, caseId: string) => (await readContactForm(as(person), caseId))?.draft

  it('is one for each case and writer', async () => {
    const [first, second] = [await allocatedCase(worker), await allocatedCase(worker)]
    await keepDraft(as(worker), keyOf(first.caseId), { note: ['She is safe at her sister’s'] })
    expect((await contactDraft(worker, first.caseId))?.fields).toEqual({ note: ['She is safe at her sister’s'] })
    expect(await contactDraft(worker, second.caseId)).toBeNull()
    expect(await contactDraft(colleague, first.caseId)).toBeNull()
  })

  it('ends with the contact that was recorded from it, and not with a tap on a button beside it', async () => {
    const { caseId } = await allocatedCase(worker)
    const draftId = randomUUID()
    const words = { draftId: [draftId], note: ['Call back after six'] }
    await keepDraft(as(worker), keyOf(caseId), words)
    allowed(await recordContact(asking(worker), contactInput(caseId, { outcome: 'no_answer' })))
    expect((await contactDraft(worker, caseId))?.fields).toEqual(words)
    allowed(await recordContact(asking(worker), contactInput(caseId, { draftId })))
    await keepDraft(as(worker), keyOf(caseId), words)
    expect(await contactDraft(worker, caseId)).toBeNull()
  })

  it('stays when the contact is refused', async () => {
    const { caseId } = await allocatedCase(worker)
    const draftId = randomUUID()
    await keepDraft(as(worker), keyOf(caseId), { draftId: [draftId], note: ['Tomorrow'] })
    const contactedAt = new Date(MONDAY_MORNING.getTime() + 1)
    expect(await recordContact(asking(worker), contactInput(caseId, { draftId, contactedAt }))).toMatchObject({
      ok: false,
    })
    expect(await contactDraft(worker, caseId)).not.toBeNull()
  })
})

describe('what a person may not see has no draft', () => {
  it('as a case of another agency, or none, whoever asks', async () => {
    const stranger = await world.staff(await world.agency())
    const administrator = await world.staff(agency, 'administrator')
    const { caseId } = await allocatedCase(worker)
    for (const [person, subject] of [
      [stranger, caseId],
      [worker, randomUUID()],
      [administrator, caseId],
    ] as const) {
      const key = { form: 'record-contact', subject } as const
      expect(await answerOf(keepDraft(as(person), key, { note: ['x'] }))).toBe(404)
      expect(await answerOf(deleteDraft(as(person), key))).toBe(404)
    }
    expect(await answerOf(keepDraft(as(administrator), REPORT, { account: ['x'] }))).toBe(404)
    expect(
      await world.admin`select 1 from draft where staff_id <> all(${[worker, colleague].map(({ actor }) => actor.staffId)})`,
    ).toHaveLength(0)
  })

  it.each([
    'form=unknown',
    'form=toString',
    'form=report&subject=0f8fad5b-d9cb-469f-a165-70867728950e',
    'form=report&page=second',
    'form=record-contact',
    'form=record-contact&subject=nothing',
  ])('as an address that names no draft: %s', (words) => {
    expect(() => draftKeyOf(new URLSearchParams(words))).toThrow(expect.objectContaining({ status: 404 }))
  })
})
