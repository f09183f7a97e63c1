import { describe, expect, it } from 'vitest'
import { GOOD_PASSWORD, invited, withCredentials } from '../../../tests/support/credentials.ts'
import { signIn, whoHolds } from '../../../tests/support/sign-in.ts'
import { openWorld } from '../../../tests/support/world.ts'
import { acceptInvitation, findInvitation } from './accept-invitation.server.ts'
import { enterPassword } from './enter-password.server.ts'

const world = await openWorld()
const harthill = await world.agency({ name: 'Harthill Bridge Homes' })

let visitors = 0
function door() {
  visitors += 1
  return { clientAddress: `198.51.100.${visitors}`, cookies: null }
}

const over = { ok: false, refusal: { kind: 'invitation-over' } }

describe('an invitation', () => {
  it('sets the password and leads to setting up the phone, nothing more', async () => {
    const sam = await world.staff(harthill)
    const accepted = await acceptInvitation(await invited(world, sam), GOOD_PASSWORD, door())
    if (!accepted.ok) throw new Error(accepted.refusal.kind)
    expect(await whoHolds(accepted.value.cookie)).toMatchObject({ actor: sam.actor, confined: true })
    expect(await enterPassword({ email: sam.email, password: GOOD_PASSWORD }, door())).toMatchObject({
      ok: true,
      value: { owes: 'enrolment' },
    })
    const events = await world.admin`select kind from case_event where subject_id = ${sam.actor.staffId}`
    expect(events.map(({ kind }) => kind)).toEqual(['staff-joined'])
  })

  it('is taken once when it comes twenty times at the same moment', async () => {
    const sam = await world.staff(harthill)
    const token = await invited(world, sam)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => acceptInvitation(token, `${GOOD_PASSWORD} ${at}`, door())),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await acceptInvitation(token, GOOD_PASSWORD, door())).toEqual(over)
  })

  it('is over after its days, after a newer one, after a change of role, and for a leaver', async () => {
    const late = await invited(world, await world.staff(harthill), { days: -1 })
    const sam = await world.staff(harthill)
    const replaced = await invited(world, sam)
    const newer = await invited(world, sam)
    const raised = await invited(world, await world.staff(harthill, 'administrator'), { role: 'case_worker' })
    const gone = await world.staff(harthill)
    const leaver = await invited(world, gone)
    await world.admin`update staff set active = false where staff_id = ${gone.actor.staffId}`
    for (const token of [late, replaced, raised, leaver, 'no such token']) {
      expect(await findInvitation(token, '192.0.2.9')).toEqual({ ok: true, value: null })
      expect(await acceptInvitation(token, GOOD_PASSWORD, door())).toEqual(over)
    }
    expect((await acceptInvitation(newer, GOOD_PASSWORD, door())).ok).toBe(true)
  })

  it('puts an end to the former password, app, recovery codes and sessions', async () => {
    const sam = await world.staff(harthill)
    await withCredentials(world, sam)
    const session = await signIn(sam)
    const accepted = await acceptInvitation(await invited(world, sam), 'quite another password', door())
    expect(accepted.ok).toBe(true)
    expect(await whoHolds(session)).toBeNull()
    expect(await enterPassword({ email: sam.email, password: GOOD_PASSWORD }, door())).toMatchObject({ ok: false })
    const [held] = await world.admin`select totp_secret from credential where staff_id = ${sam.actor.staffId}`
    expect(held?.totp_secret).toBeNull()
    const codes = await world.admin`select 1 from recovery_code where staff_id = ${sam.actor.staffId}`
    expect(codes).toHaveLength(0)
  })

  it('asks for a password that is hard to guess, and stays open until it has one', async () => {
    const sam = await world.staff(harthill)
    const token = await invited(world, sam)
    const weak = await acceptInvitation(token, 'password1234', door())
    expect(weak).toMatchObject({ ok: false, refusal: { kind: 'weak' } })
    expect((await acceptInvitation(token, GOOD_PASSWORD, door())).ok).toBe(true)
  })

  it('cannot be looked for by trying tokens from one address', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, at) => findInvitation(`guess ${at}`, '203.0.113.9')),
    )
    expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(30)
  })

  it('opens from an address at which somebody else has tried many tokens', async () => {
    const token = await invited(world, await world.staff(harthill))
    expect(await findInvitation('guess', '203.0.113.9')).toMatchObject({ ok: false, refusal: { kind: 'wait' } })
    expect(await findInvitation(token, '203.0.113.9')).toMatchObject({ ok: true, value: { name: expect.anything() } })
  })
})
