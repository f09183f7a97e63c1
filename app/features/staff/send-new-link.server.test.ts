import { randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { GOOD_PASSWORD, tokenInMailOf, withCredentials } from '../../../tests/support/credentials.ts'
import { openPost } from '../../../tests/support/post.ts'
import { asking, openWorld, type Person } from '../../../tests/support/world.ts'
import { systemOf } from '../../domain/partnership/actor.ts'
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

it('replaces the one before, and is sent in a mail before the person has joined too', async () => {
  const { staffId } = await newcomer()
  const before = await tokenInMailOf(world, staffId)
  expect((await sendNewLink(now(ada), { staffId })).ok).toBe(true)
  expect(await tokenInMailOf(world, staffId)).not.toBe(before)
  expect((await acceptInvitation(before, GOOD_PASSWORD, door)).ok).toBe(false)
})

it('is shown to nobody, before they have joined or after, and goes to their own address', async () => {
  const { staffId, email } = await newcomer()
  const token = await tokenInMailOf(world, staffId)
  for (const reader of [ada, root]) expect(JSON.stringify(await findPerson(now(reader), staffId))).not.toContain(token)
  expect((await acceptInvitation(token, GOOD_PASSWORD, door)).ok).toBe(true)
  expect((await sendNewLink(now(ada), { staffId })).ok).toBe(true)
  for (const reader of [ada, root]) {
    const shown = await findPerson(now(reader), staffId)
    expect(shown?.linkUntil).toEqual(expect.any(String))
    expect(JSON.stringify(shown)).not.toContain('/invitation/')
  }
  await mailInvitations(post, { actor: systemOf(harthill.agencyId), now: new Date() })
  const mail = sink.mails.findLast(({ to }) => to.includes(email))
  expect(mail?.raw).toContain('/invitation/')
})

it('is for somebody who was there before invitations too', async () => {
  const sam = await world.staff(harthill)
  await withCredentials(world, sam)
  const { staffId } = sam.actor
  for (const again of [1, 2]) {
    expect((await sendNewLink(now(ada), { staffId })).ok, `link ${again}`).toBe(true)
    expect(await findPerson(now(ada), staffId)).toMatchObject({ standing: 'joined', linkUntil: expect.any(String) })
  }
})

it('is made into words by the mail alone, and by the command for the first person of a portal', () => {
  const files = globSync(['app/**/*.{ts,tsx}', 'scripts/**/*.ts']).filter((file) => !/\.test\.tsx?$/.test(file))
  const knowing = files.filter((file) =>
    /invitationSecrets\([^)]*\)\.link|\{[^}]*\blink\b[^}]*\} = invitationSecrets/.test(readFileSync(file, 'utf8')),
  )
  expect(knowing.sort()).toEqual(['app/notify/mail-invitations.server.ts', 'scripts/accord/staff-invite.ts'])
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
