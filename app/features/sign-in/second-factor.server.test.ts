import { expect, it } from 'vitest'
import { signIn, whoHolds } from '../../../tests/support/sign-in.ts'
import { openWorld } from '../../../tests/support/world.ts'
import { findKnownDevice } from '../../access/known-device.server.ts'
import { emailKeyOf } from '../../domain/text/email-key.ts'
import { finishSignIn } from './second-factor.server.ts'

const world = await openWorld()
const harthill = await world.agency()

async function halfIn() {
  const sam = await world.staff(harthill)
  const half = await whoHolds(await signIn(sam, { confined: true }))
  if (!half) throw new Error('no session')
  return { sam, half }
}

it('makes the desk a known one, for this person alone', async () => {
  const { sam, half } = await halfIn()
  const finished = await finishSignIn(half, null, 'totp', async () => 'accepted')
  if (!finished.ok) throw new Error(finished.refusal.kind)
  const desk = finished.value.cookies[1]?.split(';', 1)[0] ?? ''
  expect(findKnownDevice(desk, emailKeyOf(sam.email))).not.toBeNull()
  expect(findKnownDevice(desk, 'somebody.else@example.org')).toBeNull()
  expect(desk).not.toContain(sam.actor.staffId)
})

it('leaves no trace of a sign-in when the factor is not accepted', async () => {
  const { sam, half } = await halfIn()
  expect(await finishSignIn(half, null, 'totp', async () => 'wrong')).toEqual({ ok: false, refusal: { kind: 'wrong' } })
  const events = await world.admin`select 1 from case_event where subject_id = ${sam.actor.staffId}`
  const sessions = await world.admin`select confined from session where staff_id = ${sam.actor.staffId}`
  expect(events).toHaveLength(0)
  expect(sessions.map(({ confined }) => confined)).toEqual([true])
})
