import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { GOOD_PASSWORD, withCredentials } from '../../../tests/support/credentials.ts'
import { openPost } from '../../../tests/support/post.ts'
import { asking, openWorld, type Person } from '../../../tests/support/world.ts'
import { systemOf } from '../../domain/actor.ts'
import { mailInvitations } from '../../notify/mail-invitations.server.ts'
import { acceptInvitation } from '../sign-in/accept-invitation.server.ts'
import { inviteStaff } from './invite-staff.server.ts'
import { findPerson } from './read-people.server.ts'
import { sendNewLink } from './send-new-link.server.ts'

const world = await openWorld()
const { post, sink } = await openPost()
const harthill = await world.agency({ name: 'Harthill Bridge Homes' })
const northgate = await world.agency({ name: 'Northgate Quay Housing' })
const ada = await world.staff(harthill, 'manager', 'Ada')
const root = await world.staff(harthill, 'administrator', 'Root')
const door = { clientAddress: '198.51.100.1', cookies: null }

function now(person: Person) {
  return asking(person, new Date())
}

async function newcomer() {
  const given = { name: 'Wren Ellis', email: `${randomUUID()}@example.org`, jobTitle: '', phone: '' }
  const invited = await inviteStaff(now(ada), { ...given, agencyId: harthill.agencyId, role: 'case_worker' })
  if (!invited.ok) throw new Error(invited.refusal.kind)
  return { staffId: invited.value.staffId, email: given.email }
}

async function linkOf(staffId: string, reader = ada) {
  return (await findPerson(now(reader), staffId))?.link
}

it('replaces the one before, and is shown again while the person has not joined', async () => {
  const { staffId } = await newcomer()
  const before = (await linkOf(staffId))?.href
  expect((await sendNewLink(now(ada), { staffId })).ok).toBe(true)
  const after = (await linkOf(staffId))?.href
  expect(after).toMatch(/\/invitation\/[\w-]{43}$/)
  expect(after).not.toBe(before)
})

it('for somebody who has joined is shown to nobody and goes to their own address', async () => {
  const { staffId, email } = await newcomer()
  const token = (await linkOf(staffId))?.href?.split('/').at(-1) ?? ''
  expect((await acceptInvitation(token, GOOD_PASSWORD, door)).ok).toBe(true)
  expect((await sendNewLink(now(ada), { staffId })).ok).toBe(true)
  for (const reader of [ada, root])
    expect(await linkOf(staffId, reader)).toEqual({ href: null, until: expect.any(String) })
  await mailInvitations(post, { actor: systemOf(harthill.agencyId), now: new Date() })
  const mail = sink.mails.findLast(({ to }) => to.includes(email))
  expect(mail?.raw).toContain('/invitation/')
})

it('for somebody who was there before invitations is shown to nobody either', async () => {
  const sam = await world.staff(harthill)
  await withCredentials(world, sam)
  const { staffId } = sam.actor
  for (const again of [1, 2]) {
    expect((await sendNewLink(now(ada), { staffId })).ok, `link ${again}`).toBe(true)
    expect(await findPerson(now(ada), staffId)).toMatchObject({ standing: 'joined', link: { href: null } })
  }
})

it('is not for oneself, for another manager, for somebody above, nor for somebody of another agency', async () => {
  const noor = await world.staff(northgate)
  const second = await world.staff(harthill, 'manager')
  for (const [staffId, kind] of [
    [ada.actor.staffId, 'not-allowed'],
    [second.actor.staffId, 'not-allowed'],
    [root.actor.staffId, 'not-allowed'],
    [noor.actor.staffId, 'not-found'],
    [randomUUID(), 'not-found'],
  ] as const)
    expect(await sendNewLink(now(ada), { staffId })).toEqual({ ok: false, refusal: { kind } })
})
