import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { asActor } from '../../db/as-actor.ts'
import { staff } from '../../db/schema/staff.ts'
import { generator } from '../../scripts/policy/proof-cases.ts'
import { openWorld } from '../../tests/support/world.ts'
import { STAFF_ROLES, type StaffRole } from '../domain/partnership/actor.ts'
import { readJoinedAgencies } from './joined-agencies.server.ts'
import { HAS_JOINED } from './joined-people.server.ts'

const world = await openWorld()
const administrator = await world.staff(await world.agency(), 'administrator')
const ADDED = new Date('2026-11-02T09:00:00Z')
const LATER = new Date('2026-11-20T09:00:00Z')

interface Invited {
  at: Date
  used: boolean
}

async function add(agencyId: string, role: StaffRole, { active = true, invitations = [] as Invited[] }) {
  const { actor } = await world.staff({ agencyId, name: '' }, role)
  await world.admin`update staff set active = ${active}, created_at = ${ADDED} where staff_id = ${actor.staffId}`
  for (const { at, used } of invitations)
    await world.admin`insert into invitation ${world.admin({
      agency_id: agencyId,
      staff_id: actor.staffId,
      invitation_id: randomUUID(),
      token_hash: randomUUID(),
      role,
      expires_at: LATER,
      created_at: at,
      used_at: used ? LATER : null,
    })}`
  return actor.staffId
}

const joinedBy = (staffId: string) =>
  asActor(administrator.actor, async (tx) => {
    const [row] = await tx.select({ hasJoined: HAS_JOINED }).from(staff).where(eq(staff.staffId, staffId))
    return row?.hasJoined
  })
const joinedAgency = async (agencyId: string) =>
  (await asActor(administrator.actor, readJoinedAgencies)).get(agencyId)?.receives

it.each([
  { why: 'was never invited', invitations: [], joined: true },
  { why: 'was added and has not taken the link', invitations: [{ at: ADDED, used: false }], joined: false },
  { why: 'took the link', invitations: [{ at: ADDED, used: true }], joined: true },
  {
    why: 'was added and took a later link',
    invitations: [
      { at: ADDED, used: false },
      { at: LATER, used: true },
    ],
    joined: true,
  },
  {
    why: 'was added and was sent a later link',
    invitations: [
      { at: ADDED, used: false },
      { at: LATER, used: false },
    ],
    joined: false,
  },
  { why: 'was there before and was sent a link', invitations: [{ at: LATER, used: false }], joined: true },
])('who $why has joined: $joined, and so has their agency', async ({ invitations, joined }) => {
  const { agencyId } = await world.agency()
  const staffId = await add(agencyId, 'case_worker', { invitations })
  expect(await joinedBy(staffId)).toBe(joined)
  expect(await joinedAgency(agencyId)).toBe(joined ? true : undefined)
})

it('the database says of agencies what the lists say of people, for random people', async () => {
  const random = generator(7)
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)] as Value
  const agencies = await Promise.all(Array.from({ length: 20 }, () => world.agency()))
  for (let people = 0; people < 60; people += 1) {
    const invited = () => ({ at: pick([ADDED, LATER]), used: pick([true, false, false]) })
    const invitations = Array.from({ length: pick([0, 1, 1, 2]) }, invited)
    const role = pick(Object.keys(STAFF_ROLES) as StaffRole[])
    await add(pick(agencies).agencyId, role, { active: pick([true, true, false]), invitations })
  }
  const [people, joined] = await asActor(administrator.actor, async (tx) => [
    await tx
      .select({ agencyId: staff.agencyId, role: staff.role, active: staff.active, hasJoined: HAS_JOINED })
      .from(staff),
    await readJoinedAgencies(tx),
  ])
  const ofAgency = agencies.map(({ agencyId }) => {
    const there = people.filter((person) => person.agencyId === agencyId && person.active && person.hasJoined)
    const receives = there.some(({ role }) => role === 'case_worker' || role === 'manager')
    return there.length === 0 ? undefined : receives
  })
  expect(agencies.map(({ agencyId }) => joined.get(agencyId)?.receives)).toEqual(ofAgency)
  expect(new Set(ofAgency)).toEqual(new Set([undefined, true, false]))
})
