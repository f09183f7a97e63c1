import { expect, it } from 'vitest'
import { allocatedCase } from '../../../tests/support/cases.ts'
import { referralRow } from '../../../tests/support/referral-rows.ts'
import { signIn, whoHolds } from '../../../tests/support/sign-in.ts'
import { asking, openWorld, type Person } from '../../../tests/support/world.ts'
import { changeRole } from './change-role.server.ts'

const world = await openWorld()
const harthill = await world.agency({ name: 'Harthill Bridge Homes' })
const northgate = await world.agency({ name: 'Northgate Quay Housing' })
const office = await world.agency({ name: 'Partnership office' })
const ada = await world.staff(harthill, 'manager', 'Ada')
const root = await world.staff(office, 'administrator', 'Root')

function now(person: Person) {
  return asking(person, new Date())
}

async function workerOf(caseId: string) {
  const [row] = await world.admin`select case_worker_id from case_file where case_id = ${caseId}`
  return row?.case_worker_id
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
  expect(await workerOf(caseId)).toBeNull()
  const events = await world.admin`
    select agency_id, actor_id from case_event where case_id = ${caseId} and kind = 'case-returned-to-queue'`
  expect(events).toEqual([{ agency_id: harthill.agencyId, actor_id: root.actor.staffId }])
  const [changed] = await world.admin`
    select actor_id, actor_role from case_event where kind = 'staff-role-changed' and subject_id = ${pat.actor.staffId}`
  expect(changed).toEqual({ actor_id: root.actor.staffId, actor_role: 'administrator' })
})

it('that works with no case takes the received referrals out of their hands', async () => {
  const pat = await world.staff(harthill)
  const recipientWorkerId = pat.actor.staffId
  const referralId = await referralRow(world, { from: northgate, to: harthill, state: 'accepted', recipientWorkerId })
  expect((await changeRole(now(root), { staffId: recipientWorkerId, role: 'coordinator' })).ok).toBe(true)
  const [row] = await world.admin`select recipient_worker_id from referral where referral_id = ${referralId}`
  expect(row).toEqual({ recipient_worker_id: null })
})

it('that still works with cases leaves them where they are', async () => {
  const pat = await world.staff(harthill)
  const { caseId } = await allocatedCase(pat, { now: new Date() })
  expect((await changeRole(now(root), { staffId: pat.actor.staffId, role: 'manager' })).ok).toBe(true)
  expect(await workerOf(caseId)).toBe(pat.actor.staffId)
})

it('is not given when the cases cannot go back, so that none stays with somebody who cannot see it', async () => {
  const pat = await world.staff(harthill)
  const { caseId } = await allocatedCase(pat, { now: new Date() })
  await world.admin`create function no_return() returns trigger language plpgsql as 'begin raise exception ''stop''; end'`
  await world.admin`create trigger no_return before update on case_file for each row execute function no_return()`
  const changing = now(root)
  const input = { staffId: pat.actor.staffId, role: 'cohesion_officer' } as const
  await expect(changeRole(changing, input)).rejects.toThrow()
  await world.admin`drop function no_return cascade`
  const [row] = await world.admin`select role from staff where staff_id = ${pat.actor.staffId}`
  expect(row?.role).toBe('case_worker')
  expect(await workerOf(caseId)).toBe(pat.actor.staffId)
  expect((await changeRole(changing, input)).ok).toBe(true)
  expect(await workerOf(caseId)).toBeNull()
})
