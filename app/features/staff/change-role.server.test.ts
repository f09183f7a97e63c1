import { expect, it } from 'vitest'
import { allocatedCase } from '../../../tests/support/cases.ts'
import { signIn, whoHolds } from '../../../tests/support/sign-in.ts'
import { asking, openWorld, type Person } from '../../../tests/support/world.ts'
import { changeRole } from './change-role.server.ts'

const world = await openWorld()
const harthill = await world.agency({ name: 'Harthill Bridge Homes' })
const office = await world.agency({ name: 'Partnership office' })
const ada = await world.staff(harthill, 'manager', 'Ada')
const root = await world.staff(office, 'administrator', 'Root')

function now(person: Person) {
  return asking(person, new Date())
}

it('holds from the next request on, under a new sign-in', async () => {
  const pat = await world.staff(harthill)
  const cookie = await signIn(pat)
  const changed = await changeRole(now(root), { staffId: pat.actor.staffId, role: 'manager' })
  expect(changed.ok).toBe(true)
  expect(await whoHolds(cookie)).toBeNull()
  expect(await whoHolds(await signIn(pat))).toMatchObject({ role: 'manager' })
})

it.each(['manager', 'administrator', 'coordinator'] as const)('to %s is not a manager’s to give', async (role) => {
  const pat = await world.staff(harthill)
  const raised = await changeRole(now(ada), { staffId: pat.actor.staffId, role })
  expect(raised).toEqual({ ok: false, refusal: { kind: 'not-allowed' } })
})

it('of another manager is not a manager’s to change', async () => {
  const second = await world.staff(harthill, 'manager')
  const lowered = await changeRole(now(ada), { staffId: second.actor.staffId, role: 'case_worker' })
  expect(lowered).toEqual({ ok: false, refusal: { kind: 'not-allowed' } })
})

it('that works with no case gives the open ones back to the queue', async () => {
  const pat = await world.staff(harthill)
  const { caseId } = await allocatedCase(pat, { now: new Date() })
  expect((await changeRole(now(root), { staffId: pat.actor.staffId, role: 'cohesion_officer' })).ok).toBe(true)
  const [held] = await world.admin`select case_worker_id from case_file where case_id = ${caseId}`
  expect(held?.case_worker_id).toBeNull()
})
