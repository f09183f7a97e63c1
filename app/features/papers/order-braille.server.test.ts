import { expect, it } from 'vitest'
import { asActor } from '../../../db/as-actor.ts'
import { allocatedCase, allowed } from '../../../tests/support/cases.ts'
import { asking, openWorld } from '../../../tests/support/world.ts'
import { orderBraille } from './order-braille.server.ts'
import { readPapersPart } from './read-papers-page.server.ts'

const world = await openWorld()
const worker = await world.staff(await world.agency())
const stranger = await world.staff(await world.agency())

it('G6: a Braille copy that is ordered is on the page of papers, for its own agency alone', async () => {
  const { caseId } = await allocatedCase(worker)
  const order = { caseId, paper: 'process_leaflet', language: 'en' } as const
  expect(await orderBraille(asking(stranger), order)).toMatchObject({ refusal: { kind: 'not-found' } })
  allowed(await orderBraille(asking(worker), order))
  const [row] = await world.admin`select client_id from case_file where case_id = ${caseId}`
  const shown = { caseId, clientId: String(row?.client_id), contactability: 'possible' } as const
  const { papers } = await asActor(worker.actor, (tx) => readPapersPart(tx, worker.actor, shown))
  expect(papers.filter(({ orderedAt }) => orderedAt !== null).map(({ paper }) => paper)).toEqual(['process_leaflet'])
})
