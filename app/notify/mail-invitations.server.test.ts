import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openPost } from '../../tests/support/post.ts'
import { openWorld } from '../../tests/support/world.ts'
import { invitationTokenHash } from '../access/invitation-token.server.ts'
import { systemOf } from '../domain/partnership/actor.ts'
import { inviteStaff } from '../features/staff/invite-staff.server.ts'
import { mailInvitations } from './mail-invitations.server.ts'

const world = await openWorld()
const { post, sink } = await openPost()
const harthill = await world.agency()
const ada = await world.staff(harthill, 'manager')
const running = { actor: systemOf(harthill.agencyId), now: new Date() }

async function invite(email: string) {
  const person = {
    agencyId: harthill.agencyId,
    name: 'Wren Ellis',
    jobTitle: '',
    phone: '',
    role: 'case_worker' as const,
  }
  const asking = { actor: ada.actor, now: new Date(), key: randomUUID() }
  const invited = await inviteStaff(asking, { ...person, email })
  if (!invited.ok) throw new Error(invited.refusal.kind)
  return invited.value
}

describe('the mail of an invitation', () => {
  it('brings the link to the person invited, names nobody, and goes once', async () => {
    const { invitationId } = await invite('wren@harthill.example.org')
    expect(await mailInvitations(post, running)).toBe(1)
    expect(await mailInvitations(post, running)).toBe(0)
    const [mail] = sink.mails
    expect(sink.mails).toHaveLength(1)
    expect(mail?.to).toEqual(['wren@harthill.example.org'])
    const text =
      mail?.raw
        .split(/\r?\n\r?\n/)
        .slice(1)
        .join(' ') ?? ''
    expect(text).not.toMatch(/wren|ellis/i)
    const token = /\/invitation\/([\w-]+)/.exec(text)?.[1] ?? ''
    const [row] = await world.admin`select token_hash from invitation where invitation_id = ${invitationId}`
    expect(row?.token_hash).toBe(invitationTokenHash(token))
  })

  it('is not sent for one that has been used, has run out, or whose person has left', async () => {
    for (const set of [{ used_at: new Date() }, { expires_at: new Date(0) }]) {
      const { invitationId } = await invite(`${randomUUID()}@example.org`)
      await world.admin`update invitation set ${world.admin(set)} where invitation_id = ${invitationId}`
    }
    const { staffId } = await invite(`${randomUUID()}@example.org`)
    await world.admin`update staff set active = false where staff_id = ${staffId}`
    expect(await mailInvitations(post, running)).toBe(0)
  })

  it('is queued with the invitation', async () => {
    await invite(`${randomUUID()}@example.org`)
    const jobs = await world.admin`select 1 from pgboss.job where name = 'tell' and data->>'kind' = 'staff-invited'`
    expect(jobs.length).toBeGreaterThan(0)
  })
})
