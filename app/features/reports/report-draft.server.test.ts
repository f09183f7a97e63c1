import { expect, it } from 'vitest'
import { MONDAY_MORNING, openWorld, type Person } from '../../../tests/support/world.ts'
import { readReportForm } from './read-report-form.server.ts'
import { discardReportDraft, saveReportDraft } from './report-draft.server.ts'

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
