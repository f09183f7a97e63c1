import { expect, it } from 'vitest'
import { contactedCase } from '../../../../tests/support/cases.ts'
import { readPdf, textOfPdf } from '../../../../tests/support/papers/read-pdf.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { listTickedClauses } from '../../../domain/standards/clause.ts'
import { makeStandardPdf } from './make-standard-pdf.server.ts'

const world = await openWorld()
const agency = await world.agency({ name: 'Harthill Bridge Homes' })
const worker = await world.staff(agency, 'case_worker', 'Priya Nair')

it('the standard on a case is a tagged PDF with all 41 clauses and their proof, and no name of the client', async () => {
  const { caseId, reference } = await contactedCase(worker, { report: { clientName: 'Amara Diallo' } })
  const made = await makeStandardPdf(asking(worker), caseId)
  if (!made) throw new Error('no PDF')
  const text = (await textOfPdf(made.pdf)).replace(/\s+/g, ' ')
  expect(text).toContain(`The standard on case ${reference}`)
  expect(text).toMatch(/R6 The client will be allocated[\s\S]*Allocated to Priya Nair/)
  expect(text).toMatch(/I4 The action plan[\s\S]*Sign the action plan with the client/)
  expect(text).not.toContain('Amara')
  for (const clause of listTickedClauses()) expect(text).toContain(` ${clause} `)
  expect((await readPdf(made.pdf)).metadata.part, 'PDF/UA').toBe('1')
})

it('the standard on a case of another agency does not exist', async () => {
  const { caseId } = await contactedCase(worker)
  const stranger = await world.staff(await world.agency())
  expect(await makeStandardPdf(asking(stranger), caseId)).toBeNull()
})
