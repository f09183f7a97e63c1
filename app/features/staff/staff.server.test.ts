import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../../db/as-actor.ts'
import { invitation, staff } from '../../../db/schema/staff.ts'
import { allocatedCase, contactInput } from '../../../tests/support/cases.ts'
import { referralRow } from '../../../tests/support/referral-rows.ts'
import { signIn, whoHolds } from '../../../tests/support/sign-in.ts'
import { asking, openWorld, type Person } from '../../../tests/support/world.ts'
import { recordContact } from '../casework/contacts/record-contact.server.ts'
import { type InviteStaffInput, inviteStaff } from './invite-staff.server.ts'
import { markLeaver } from './mark-leaver.server.ts'
import { findPerson, listPeople } from './read-people.server.ts'
import { takeBack } from './take-back.server.ts'

const world = await openWorld()
const harthill = await world.agency({ name: 'Harthill Bridge Homes' })
const northgate = await world.agency({ name: 'Northgate Quay Housing' })
const office = await world.agency({ name: 'Partnership office' })
const ada = await world.staff(harthill, 'manager', 'Ada')
const root = await world.staff(office, 'administrator', 'Root')

function now(person: Person) {
  return asking(person, new Date())
}

function newcomer(given: Partial<InviteStaffInput> = {}): InviteStaffInput {
  const email = `${randomUUID()}@example.org`
  return {
    agencyId: harthill.agencyId,
    name: 'Wren Ellis',
    email,
    jobTitle: '',
    phone: '',
    role: 'case_worker',
    ...given,
  }
}

describe('inviting', () => {
  it('adds the person and opens a link that lasts seven days', async () => {
    const invited = await inviteStaff(now(ada), newcomer())
    if (!invited.ok) throw new Error(invited.refusal.kind)
    const shown = await findPerson(now(ada), invited.value.staffId)
    expect(shown).toMatchObject({ name: 'Wren Ellis', standing: 'invited', roleId: 'case_worker' })
    expect(Math.round((Date.parse(shown?.linkUntil ?? '') - Date.now()) / 86_400_000)).toBe(7)
    const [event] = await world.admin`select kind from case_event where subject_id = ${invited.value.staffId}`
    expect(event?.kind).toBe('staff-invited')
  })

  it('into an agency that does not exist is refused beside that field', async () => {
    const answer = await inviteStaff(now(root), { ...newcomer(), agencyId: randomUUID() })
    expect(answer).toEqual({ ok: false, refusal: { kind: 'no-such-agency' } })
  })

  it('makes one person of a form that is sent twice', async () => {
    const sameForm = now(ada)
    const input = newcomer()
    const [first, second] = await Promise.all([inviteStaff(sameForm, input), inviteStaff(sameForm, input)])
    expect(second).toEqual(first)
    const rows = await world.admin`select 1 from staff where email = ${input.email}`
    expect(rows).toHaveLength(1)
  })

  it('says so when someone at the agency has that address already, however it is written', async () => {
    const input = newcomer()
    await inviteStaff(now(ada), input)
    for (const email of [input.email.toUpperCase(), input.email.replace('@', '+again@')])
      expect(await inviteStaff(now(ada), newcomer({ email }))).toEqual({
        ok: false,
        refusal: { kind: 'known-already' },
      })
    expect((await inviteStaff(now(root), newcomer({ email: input.email, agencyId: northgate.agencyId }))).ok).toBe(true)
  })

  it.each([
    { role: 'case_worker', by: 'manager', allowed: true, why: 'a colleague' },
    { role: 'manager', by: 'manager', allowed: false, why: 'who could then authorise what the first asked for' },
    { role: 'manager', by: 'administrator', allowed: true, why: 'a manager' },
    { role: 'administrator', by: 'manager', allowed: false, why: 'more than the manager is' },
    { role: 'coordinator', by: 'manager', allowed: false, why: 'a role of the whole partnership' },
    { role: 'case_worker', by: 'case_worker', allowed: false, why: 'no manager' },
    { role: 'administrator', by: 'administrator', allowed: true, why: 'another administrator' },
    { role: 'case_worker', by: 'coordinator', allowed: false, why: 'counts only' },
  ] as const)('a $role by a $by: $allowed ($why)', async ({ role, by, allowed }) => {
    const inviter = await world.staff(harthill, by)
    const answer = await inviteStaff(now(inviter), newcomer({ role }))
    expect(answer.ok || answer.refusal.kind).toBe(allowed || 'not-allowed')
  })

  it('of another agency is refused to a manager', async () => {
    const answer = await inviteStaff(now(ada), newcomer({ agencyId: northgate.agencyId }))
    expect(answer).toEqual({ ok: false, refusal: { kind: 'not-allowed' } })
  })
})

describe('the database refuses through SQL as well', () => {
  const refusedByPolicy = { cause: { code: '42501' } }

  it.each(['manager', 'administrator'] as const)('a second %s made by a manager', async (role) => {
    const { agencyId } = harthill
    const row = {
      agencyId,
      staffId: randomUUID(),
      name: 'x',
      email: 'x',
      emailKey: randomUUID(),
      role,
    }
    await expect(asActor(ada.actor, (tx) => tx.insert(staff).values(row))).rejects.toMatchObject(refusedByPolicy)
  })

  it.each(['manager', 'administrator'] as const)(
    'an invitation made by a manager to the account of a %s',
    async (role) => {
      const above = await world.staff(harthill, role)
      const row = { ...above.actor, invitationId: randomUUID(), tokenHash: randomUUID(), expiresAt: new Date() }
      await expect(asActor(ada.actor, (tx) => tx.insert(invitation).values({ ...row, role }))).rejects.toMatchObject(
        refusedByPolicy,
      )
    },
  )

  it.each(['manager', 'administrator', 'case_worker', 'coordinator'] as const)(
    'a %s who changes their own role',
    async (role) => {
      const person = await world.staff(harthill, role)
      const changed = await asActor(person.actor, (tx) =>
        tx
          .update(staff)
          .set({ role: role === 'administrator' ? 'manager' : 'administrator' })
          .where(eq(staff.staffId, person.actor.staffId))
          .returning({ staffId: staff.staffId }),
      ).catch((error: { cause?: { code?: string } }) => error.cause?.code)
      expect([[], '42501']).toContainEqual(changed)
      const [row] = await world.admin`select role from staff where staff_id = ${person.actor.staffId}`
      expect(row?.role).toBe(role)
    },
  )

  it.each(['manager', 'administrator'] as const)(
    'a colleague raised to %s by a manager, and one lowered',
    async (role) => {
      const colleague = await world.staff(harthill)
      const raise = asActor(ada.actor, (tx) =>
        tx.update(staff).set({ role }).where(eq(staff.staffId, colleague.actor.staffId)),
      )
      await expect(raise).rejects.toMatchObject(refusedByPolicy)
      const above = await world.staff(harthill, role)
      const lowered = await asActor(ada.actor, (tx) =>
        tx
          .update(staff)
          .set({ role: 'case_worker', active: false })
          .where(eq(staff.staffId, above.actor.staffId))
          .returning({ staffId: staff.staffId }),
      )
      expect(lowered).toEqual([])
    },
  )

  it('the system that would let somebody back in or raise them', async () => {
    const person = await world.staff(harthill)
    const system = { agencyId: harthill.agencyId, staffId: randomUUID(), role: 'system' as const }
    const raise = asActor(system, (tx) =>
      tx.update(staff).set({ role: 'administrator' }).where(eq(staff.staffId, person.actor.staffId)),
    )
    await expect(raise).rejects.toMatchObject(refusedByPolicy)
  })
})

describe('leaving', () => {
  it.each([
    { by: 'the manager', person: ada },
    { by: 'the portal’s administrator', person: root },
  ])(
    'by $by ends the sessions, is recorded in the agency’s log, and gives nobody else’s cases back',
    async ({ person }) => {
      const pat = await world.staff(harthill)
      const cookie = await signIn(pat)
      const left = await markLeaver(now(person), { staffId: pat.actor.staffId })
      expect(left).toEqual({ ok: true, value: { toQueue: 0, withoutAlternative: 0, inHand: 0 } })
      expect(await whoHolds(cookie)).toBeNull()
      const [event] =
        await world.admin`select agency_id, actor_id, kind from case_event where subject_id = ${pat.actor.staffId}`
      expect(event).toEqual({ agency_id: harthill.agencyId, actor_id: person.actor.staffId, kind: 'staff-left' })
    },
  )

  it.each([
    { by: 'the manager', person: ada },
    { by: 'the portal’s administrator, who may see no case', person: root },
  ])('R6: by $by puts the leaver’s open cases back into the queue, once', async ({ person }) => {
    const pat = await world.staff(harthill)
    const { caseId } = await allocatedCase(pat, { now: new Date() })
    const sameForm = now(person)
    expect(await markLeaver(sameForm, { staffId: pat.actor.staffId })).toMatchObject({
      ok: true,
      value: { toQueue: 1 },
    })
    expect(await markLeaver(sameForm, { staffId: pat.actor.staffId })).toMatchObject({
      ok: true,
      value: { toQueue: 1 },
    })
    const [held] =
      await world.admin`select case_worker_id, returned_to_queue_at from case_file where case_id = ${caseId}`
    expect(held).toMatchObject({ case_worker_id: null, returned_to_queue_at: expect.anything() })
    const events = await world.admin`select 1 from case_event
      where kind = 'case-returned-to-queue' and case_id = ${caseId}`
    expect(events).toHaveLength(1)
  })

  it('takes the received referrals they worked with out of their hands, for the manager to give on', async () => {
    const pat = await world.staff(harthill)
    const referralId = await referralRow(world, {
      from: northgate,
      to: harthill,
      state: 'accepted',
      recipientWorkerId: pat.actor.staffId,
    })
    expect(await markLeaver(now(ada), { staffId: pat.actor.staffId })).toMatchObject({ value: { inHand: 1 } })
    const [row] = await world.admin`select recipient_worker_id from referral where referral_id = ${referralId}`
    expect(row).toEqual({ recipient_worker_id: null })
    const events = await world.admin`
      select data from case_event where kind = 'referral-handed-over' and subject_id = ${referralId}`
    expect(events).toEqual([{ data: { referralId, staffId: null, reason: 'leaver' } }])
  })

  it('is not one’s own to say, nor another agency’s', async () => {
    const noor = await world.staff(northgate)
    const own = await markLeaver(now(ada), { staffId: ada.actor.staffId })
    expect(own).toEqual({ ok: false, refusal: { kind: 'not-allowed' } })
    const foreign = await markLeaver(now(ada), { staffId: noor.actor.staffId })
    expect(foreign).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  })

  it('can come back, with a new link in a mail', async () => {
    const pat = await world.staff(harthill)
    await markLeaver(now(ada), { staffId: pat.actor.staffId })
    expect((await findPerson(now(ada), pat.actor.staffId))?.standing).toBe('left')
    expect((await takeBack(now(ada), { staffId: pat.actor.staffId })).ok).toBe(true)
    expect(await findPerson(now(ada), pat.actor.staffId)).toMatchObject({
      standing: 'joined',
      linkUntil: expect.any(String),
    })
    expect(await whoHolds(await signIn(pat))).not.toBeNull()
  })
})

describe('the list of people', () => {
  it('shows an agency its own people, and the administrator everybody’s', async () => {
    await world.staff(northgate, 'case_worker', 'Zoe of Northgate')
    const query = { cursor: null, page: 1, agencyId: northgate.agencyId, left: false, only: null }
    const names = async (person: Person) => (await listPeople(now(person), query)).rows.map(({ name }) => name)
    expect(await names(ada)).toEqual([])
    expect(await names(root)).toContain('Zoe of Northgate')
  })

  it('leaves out people who have left unless they are wanted, and says how many there are', async () => {
    const query = { cursor: null, page: 1, agencyId: harthill.agencyId, left: false, only: null }
    const without = await listPeople(now(ada), query)
    const pat = await world.staff(harthill, 'case_worker', 'Aaron')
    expect((await listPeople(now(ada), query)).total).toBe(without.total + 1)
    await markLeaver(now(ada), { staffId: pat.actor.staffId })
    expect((await listPeople(now(ada), query)).total).toBe(without.total)
    expect((await listPeople(now(ada), { ...query, left: true })).total).toBeGreaterThan(without.total)
  })
})

it('a person can leave while their colleagues and they themselves work on their cases', async () => {
  for (let trial = 0; trial < 15; trial += 1) {
    const pat = await world.staff(harthill, 'case_worker', 'Pat')
    const cases = await Promise.all([1, 2, 3].map(() => allocatedCase(pat, { now: new Date() })))
    const work = cases.map(({ caseId }) => recordContact(now(pat), contactInput(caseId)))
    const [left] = await Promise.all([markLeaver(now(ada), { staffId: pat.actor.staffId }), ...work])
    expect(left.ok).toBe(true)
  }
})
