import { expect, it } from 'vitest'
import { rememberDevice } from '../../app/access/known-device.server.ts'
import { countTry } from '../../app/access/rate-limit.server.ts'
import { emailKeyOf } from '../../app/domain/text/email-key.ts'
import { enterPassword } from '../../app/features/sign-in/enter-password.server.ts'
import { GOOD_PASSWORD, withCredentials } from '../support/credentials.ts'
import { signIn, whoHolds } from '../support/sign-in.ts'
import { openWorld } from '../support/world.ts'

const world = await openWorld()
const harthill = await world.agency()
const sam = await world.staff(harthill)
await withCredentials(world, sam)
const ada = await world.staff(harthill, 'manager')

const TRIES = 10_000
const AT_ONCE = 50
const P99_MS = 500

function addressOf(at: number) {
  return `198.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`
}

/** Guesses as fast as they are answered; how many passwords were really checked. */
async function attack(
  emailOf: (at: number) => string,
  { tries = TRIES, atOnce = AT_ONCE, from = addressOf } = {},
): Promise<number> {
  let at = 0
  let checked = 0
  const guess = async () => {
    while (at < tries) {
      at += 1
      const door = { clientAddress: from(at), cookies: null }
      const answer = await enterPassword({ email: emailOf(at), password: `guess ${at}` }, door)
      if (!answer.ok && answer.refusal.kind === 'wrong') checked += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, guess))
  return checked
}

/** The 99th percentile of the time that a signed-in person waits during the attack, in milliseconds. */
async function whileWorking<Value>(during: Promise<Value>): Promise<{ value: Value; p99: number }> {
  const cookie = await signIn(ada)
  const times: number[] = []
  let ended = false
  const value = during.finally(() => {
    ended = true
  })
  while (!ended) {
    const began = performance.now()
    expect(await whoHolds(cookie)).not.toBeNull()
    times.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  times.sort((a, b) => a - b)
  return { value: await value, p99: times[Math.floor(times.length * 0.99)] ?? 0 }
}

it('ten thousand guesses at one account, each from another address, get nowhere and slow nobody', async () => {
  const { value: checked, p99 } = await whileWorking(attack(() => sam.email))
  expect(checked).toBeLessThanOrEqual(8)
  expect(p99).toBeLessThan(P99_MS)
})

it('a flood of guesses at many accounts from as many addresses is checked slowly, and a bystander on a new device gets in', async () => {
  for (let at = 0; at < 600; at += 1) await countTry([['password-everywhere', 'all']])
  const bystander = await world.staff(harthill)
  await withCredentials(world, bystander)
  const began = performance.now()
  const flood = whileWorking(attack((at) => `person-${at}@elsewhere.example.org`, { tries: 100 }))
  const door = { clientAddress: '192.0.2.2', cookies: null }
  expect((await enterPassword({ email: bystander.email, password: GOOD_PASSWORD }, door)).ok).toBe(true)
  const { value: checked, p99 } = await flood
  expect(checked).toBeGreaterThan(50)
  expect((performance.now() - began) / checked).toBeGreaterThanOrEqual(100)
  expect(p99).toBeLessThan(P99_MS)
})

it('one site with thousands of networks of IPv6 fills no queue: a bystander on a new device gets in', async () => {
  const bystander = await world.staff(harthill)
  await withCredentials(world, bystander)
  const from = (at: number) => `2001:db8:7:${at.toString(16)}::1`
  const flood = attack((at) => `site-${at}@elsewhere.example.org`, { tries: 200, atOnce: 150, from })
  await new Promise((resolve) => setTimeout(resolve, 200))
  const door = { clientAddress: '192.0.2.3', cookies: null }
  expect((await enterPassword({ email: bystander.email, password: GOOD_PASSWORD }, door)).ok).toBe(true)
  await flood
})

it('and a person at a known device signs in at the first try during the attack', async () => {
  const cookies = rememberDevice(null, emailKeyOf(sam.email)).split(';', 1)[0] ?? ''
  const door = { clientAddress: '192.0.2.1', cookies }
  expect((await enterPassword({ email: sam.email, password: GOOD_PASSWORD }, door)).ok).toBe(true)
})
