import { describe, expect, it } from 'vitest'
import { GOOD_PASSWORD, withCredentials } from '../../../tests/support/credentials.ts'
import { signIn, whoHolds } from '../../../tests/support/sign-in.ts'
import { openWorld } from '../../../tests/support/world.ts'
import { changePassword } from './change-password.server.ts'
import { enterPassword } from './enter-password.server.ts'
import { signOutEverywhere } from './sign-out-everywhere.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const door = { clientAddress: '192.0.2.1', cookies: null }
const newPassword = 'seven quiet herons'

async function someone() {
  const sam = await world.staff(harthill, 'case_worker', 'Sam Okafor')
  await withCredentials(world, sam)
  const cookie = await signIn(sam)
  const signedIn = await whoHolds(cookie)
  if (!signedIn) throw new Error('no session')
  return { sam, cookie, signedIn }
}

describe('changing one’s password', () => {
  it('ends every session but goes on here under a new id', async () => {
    const { sam, cookie, signedIn } = await someone()
    const elsewhere = await signIn(sam)
    const changed = await changePassword(signedIn, { currentPassword: GOOD_PASSWORD, newPassword })
    if (!changed.ok) throw new Error(changed.refusal.kind)
    expect(await whoHolds(changed.value.cookie)).toMatchObject({ actor: sam.actor, confined: false })
    expect(await whoHolds(cookie)).toBeNull()
    expect(await whoHolds(elsewhere)).toBeNull()
    expect((await enterPassword({ email: sam.email, password: newPassword }, door)).ok).toBe(true)
    const [event] = await world.admin`select kind from case_event where subject_id = ${sam.actor.staffId}`
    expect(event?.kind).toBe('password-changed')
  })

  it('asks for the present one, and not too often', async () => {
    const { signedIn } = await someone()
    const wrong = { currentPassword: 'wrong wrong wrong', newPassword }
    for (let at = 0; at < 8; at += 1)
      expect(await changePassword(signedIn, wrong)).toEqual({ ok: false, refusal: { kind: 'wrong' } })
    expect(await changePassword(signedIn, wrong)).toMatchObject({ refusal: { kind: 'wait' } })
  })

  it('refuses a password with the person’s own name in it', async () => {
    const { signedIn } = await someone()
    const weak = { currentPassword: GOOD_PASSWORD, newPassword: 'okafor okafor seven' }
    expect(await changePassword(signedIn, weak)).toMatchObject({ refusal: { kind: 'weak' } })
  })
})

it('signing out everywhere ends every session and is recorded', async () => {
  const { sam, cookie, signedIn } = await someone()
  const phone = await signIn(sam)
  await signOutEverywhere(signedIn)
  expect(await whoHolds(cookie)).toBeNull()
  expect(await whoHolds(phone)).toBeNull()
  const [event] = await world.admin`select kind from case_event where subject_id = ${sam.actor.staffId}`
  expect(event?.kind).toBe('signed-out-everywhere')
})
