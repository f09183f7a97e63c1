import { beforeAll, expect, test } from 'vitest'
import { STAFF_ROLES, type StaffRole } from '../../app/domain/partnership/actor.ts'
import { runningPortal } from '../support/browser/running-portal.ts'
import { visitor } from '../support/browser/visitor.ts'
import { reportedCase } from '../support/cases.ts'
import { openWorld } from '../support/world.ts'

const world = await openWorld()
const harthill = await world.agency()
const taker = await world.staff(harthill)
let origin: string
let letter: { address: string; reference: string }

beforeAll(async () => {
  const { caseId, reference } = await reportedCase(taker, { report: { clientName: 'Amara Diallo' } })
  letter = { address: `/cases/${caseId}/letter.pdf`, reference }
  ;({ origin } = await runningPortal({}, world.database))
}, 300_000)

const WORKS_WITH_CASES: StaffRole[] = ['case_worker', 'manager']

test.each(Object.keys(STAFF_ROLES) as StaffRole[])('a %s of the agency', async (role) => {
  const person = await visitor(origin, await world.staff(harthill, role))
  const answer = await person.ask(letter.address)
  if (!WORKS_WITH_CASES.includes(role)) return expect(answer.status).toBe(404)
  expect(answer.status).toBe(200)
  expect(answer.body.slice(0, 5)).toBe('%PDF-')
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('cache-control')).toContain('no-store')
  // Who looks through the downloads of a shared computer learns nothing from the name.
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="letter-${letter.reference}.pdf"`)
})

test('a manager of another agency, and nobody', async () => {
  const stranger = await visitor(origin, await world.staff(await world.agency(), 'manager'))
  expect((await stranger.ask(letter.address)).status).toBe(404)
  expect((await (await visitor(origin)).ask(letter.address)).status).toBe(302)
})
