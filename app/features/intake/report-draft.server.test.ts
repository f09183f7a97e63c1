import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { allowed, reportInput } from '../../../tests/support/cases.ts'
import { asking, MONDAY_MORNING, openWorld, type Person } from '../../../tests/support/world.ts'
import { readReportForm } from './read-report-form.server.ts'
import { discardReportDraft, saveReportDraft } from './report-draft.server.ts'
import { saveReport } from './save-report.server.ts'

const world = await openWorld()
const agency = await world.agency()
const worker = await world.staff(agency)
const colleague = await world.staff(agency)

const as = ({ actor }: Person) => ({ actor, now: MONDAY_MORNING })

it('keeps the last words of one writer, whom nobody else can read, until they throw them away', async () => {
  await saveReportDraft(as(worker), { account: ['He sho'] })
  await saveReportDraft(as(worker), { account: ['He shouted'], strands: ['race', 'religion'] })
  const kept = { fields: { account: ['He shouted'], strands: ['race', 'religion'] }, savedAt: MONDAY_MORNING }
  expect((await readReportForm(as(worker))).draft).toEqual(kept)
  expect((await readReportForm(as(colleague))).draft).toBeNull()
  await discardReportDraft(as(colleague))
  expect((await readReportForm(as(worker))).draft).toEqual(kept)
  await discardReportDraft(as(worker))
  expect((await readReportForm(as(worker))).draft).toBeNull()
})

describe('the draft of a report that was saved', () => {
  const draftOf = async (person: Person) => (await readReportForm(as(person))).draft

  it('does not come back when its last words arrive after the report', async () => {
    const draftId = randomUUID()
    const words = { draftId: [draftId], clientName: ['Amara Diallo'], account: ['He shouted'] }
    await saveReportDraft(as(worker), words)
    allowed(await saveReport(asking(worker), reportInput({ draftId })))
    expect(await draftOf(worker)).toBeNull()
    await saveReportDraft(as(worker), words)
    expect(await draftOf(worker)).toBeNull()
  })

  it('nor when the report was added to the case of the same person', async () => {
    const draftId = randomUUID()
    const { caseId } = allowed(await saveReport(asking(worker), reportInput()))
    allowed(await saveReport(asking(worker), reportInput({ draftId, samePerson: caseId })))
    await saveReportDraft(as(worker), { draftId: [draftId], account: ['He shouted'] })
    expect(await draftOf(worker)).toBeNull()
  })

  it('nor when both are written at the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const draftId = randomUUID()
      const words = { draftId: [draftId], account: ['He shouted'] }
      const both = [saveReportDraft(as(worker), words), saveReport(asking(worker), reportInput({ draftId }))]
      await Promise.all(round % 2 ? both : both.reverse())
      expect(await draftOf(worker)).toBeNull()
    }
  })

  it('leaves alone the draft of another report that the writer has open', async () => {
    const other = { draftId: [randomUUID()], account: ['Another call'] }
    await saveReportDraft(as(worker), other)
    allowed(await saveReport(asking(worker), reportInput({ draftId: randomUUID() })))
    expect((await draftOf(worker))?.fields).toEqual(other)
  })

  it('stays away as well when its writer threw it away', async () => {
    const words = { draftId: [randomUUID()], account: ['Hello'] }
    await saveReportDraft(as(worker), words)
    await discardReportDraft(as(worker))
    await saveReportDraft(as(worker), words)
    expect(await draftOf(worker)).toBeNull()
  })
})
