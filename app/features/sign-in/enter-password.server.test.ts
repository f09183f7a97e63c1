import { describe, expect, it } from 'vitest'
import { GOOD_PASSWORD, withCredentials } from '../../../tests/support/credentials.ts'
import { signIn, whoHolds } from '../../../tests/support/sign-in.ts'
import { openWorld, type Person } from '../../../tests/support/world.ts'
import { keyedHash } from '../../access/keyed-hash.server.ts'
import { rememberDevice } from '../../access/known-device.server.ts'
import { emailKeyOf } from '../../domain/text/email-key.ts'
import { enterPassword } from './enter-password.server.ts'

const world = await openWorld()
const harthill = await world.agency({ name: 'Harthill Bridge Homes' })

let visitors = 0
function elsewhere(given: { cookies?: string; clientAddress?: string } = {}) {
  visitors += 1
  return { clientAddress: given.clientAddress ?? `198.51.100.${visitors}`, cookies: given.cookies ?? null }
}

async function joined(given = { app: true }): Promise<Person> {
  const person = await world.staff(harthill)
  await withCredentials(world, person, given)
  return person
}

describe('the first step of signing in', () => {
  it('gives a confined session, whatever the case of the address', async () => {
    const sam = await joined()
    const entered = await enterPassword({ email: sam.email.toUpperCase(), password: GOOD_PASSWORD }, elsewhere())
    if (!entered.ok) throw new Error(entered.refusal.kind)
    expect(entered.value.owes).toBe('code')
    expect(await whoHolds(entered.value.cookie)).toMatchObject({ actor: sam.actor, confined: true })
  })

  it('sends somebody without an app to set one up', async () => {
    const sam = await joined({ app: false })
    const entered = await enterPassword({ email: sam.email, password: GOOD_PASSWORD }, elsewhere())
    expect(entered).toMatchObject({ ok: true, value: { owes: 'enrolment' } })
  })

  it('says the same of a wrong password, an unknown address, a leaver and somebody who has not joined', async () => {
    const sam = await joined()
    const leaver = await joined()
    await world.admin`update staff set active = false where staff_id = ${leaver.actor.staffId}`
    const invited = await world.staff(harthill)
    const answers = [
      await enterPassword({ email: sam.email, password: `${GOOD_PASSWORD}!` }, elsewhere()),
      await enterPassword({ email: 'nobody@example.org', password: GOOD_PASSWORD }, elsewhere()),
      await enterPassword({ email: leaver.email, password: GOOD_PASSWORD }, elsewhere()),
      await enterPassword({ email: invited.email, password: GOOD_PASSWORD }, elsewhere()),
    ]
    for (const answer of answers) expect(answer).toEqual({ ok: false, refusal: { kind: 'wrong' } })
  })

  it('takes as long over an unknown address as over a known one', async () => {
    const sam = await joined()
    const timed = async (email: string) => {
      const began = performance.now()
      await enterPassword({ email, password: 'wrong wrong wrong' }, elsewhere())
      return performance.now() - began
    }
    const known: number[] = []
    const unknown: number[] = []
    for (let round = 0; round < 6; round += 1) {
      known.push(await timed(sam.email))
      unknown.push(await timed(`nobody-${round}@example.org`))
    }
    const fastest = (times: number[]) => Math.min(...times)
    expect(fastest(unknown)).toBeGreaterThan(fastest(known) * 0.5)
    expect(fastest(known)).toBeGreaterThan(fastest(unknown) * 0.5)
  })

  it('never adopts a session that the browser brought, and ends it', async () => {
    const sam = await joined()
    const planted = await signIn(await joined())
    const before = await whoHolds(planted)
    const door = { ...elsewhere({ cookies: planted }), replacing: before?.sessionId }
    const entered = await enterPassword({ email: sam.email, password: GOOD_PASSWORD }, door)
    if (!entered.ok) throw new Error(entered.refusal.kind)
    expect(entered.value.cookie).not.toContain(before?.sessionId)
    expect(await whoHolds(planted)).toBeNull()
  })
})

describe('guessing', () => {
  it('gets nowhere against one account from many addresses, and does not lock out a desk that is known', async () => {
    const sam = await joined()
    const guesses = await Promise.all(
      Array.from({ length: 200 }, (_, at) => enterPassword({ email: sam.email, password: `guess ${at}` }, elsewhere())),
    )
    const checked = guesses.filter((guess) => !guess.ok && guess.refusal.kind === 'wrong')
    expect(checked.length).toBeLessThanOrEqual(8)
    expect(await enterPassword({ email: sam.email, password: GOOD_PASSWORD }, elsewhere())).toMatchObject({
      ok: false,
      refusal: { kind: 'wait' },
    })
    const cookies = rememberDevice(null, emailKeyOf(sam.email)).split(';', 1)[0] ?? ''
    expect(await enterPassword({ email: sam.email, password: GOOD_PASSWORD }, elsewhere({ cookies }))).toMatchObject({
      ok: true,
    })
  })

  it('gets nowhere against many accounts from one address', async () => {
    const clientAddress = '203.0.113.7'
    const guesses = await Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        enterPassword({ email: `person-${at}@elsewhere.example.org`, password: 'guess' }, elsewhere({ clientAddress })),
      ),
    )
    expect(guesses.filter((guess) => !guess.ok && guess.refusal.kind === 'wrong').length).toBeLessThanOrEqual(30)
  })

  it('from one address leaves a bystander alone: 620 wrong passwords, and a new device signs in at the first try', async () => {
    const sam = await joined()
    const clientAddress = '203.0.113.8'
    const attack = { email: 'not-known@elsewhere.example.org', password: 'guess' }
    const guesses = await Promise.all(
      Array.from({ length: 620 }, () => enterPassword(attack, elsewhere({ clientAddress }))),
    )
    expect(guesses.filter((guess) => !guess.ok && guess.refusal.kind === 'wrong')).toHaveLength(8)
    expect(await enterPassword({ email: sam.email, password: GOOD_PASSWORD }, elsewhere())).toMatchObject({ ok: true })
    const [portal] = await world.admin`select points from rate_limit where key like 'password-everywhere:%'`
    expect(portal?.points).toBeLessThan(100)
  })

  it('counts against the day of an account only the passwords that were checked', async () => {
    const sam = await joined()
    for (let at = 0; at < 70; at += 1) await enterPassword({ email: sam.email, password: 'guess' }, elsewhere())
    const key = `password-account-day:${keyedHash('rate limit', emailKeyOf(sam.email))}`
    expect(await world.admin`select points from rate_limit where key = ${key}`).toEqual([{ points: 8 }])
  })

  it('asks for fewer than a hundred passwords of one account in a day, known desk and all', async () => {
    const sam = await joined()
    const cookies = rememberDevice(null, emailKeyOf(sam.email)).split(';', 1)[0] ?? ''
    let checked = 0
    for (let quarter = 0; quarter < 96; quarter += 1) {
      await world.admin`delete from rate_limit where key like 'password-account:%' or key like 'password-device:%'`
      for (const door of [elsewhere(), elsewhere({ cookies })]) {
        const answer = await enterPassword({ email: sam.email, password: 'guess' }, door)
        if (!answer.ok && answer.refusal.kind === 'wrong') checked += 1
      }
    }
    expect(checked).toBe(90)
  })

  it('does not count a password that fits', async () => {
    const sam = await joined()
    const door = elsewhere()
    for (let at = 0; at < 12; at += 1)
      expect((await enterPassword({ email: sam.email, password: GOOD_PASSWORD }, door)).ok).toBe(true)
  })

  it('leaves nobody’s address in the table of the limits', async () => {
    const keys = await world.admin`select key from rate_limit where key like '%@%' or key like '%198.51%'`
    expect(keys).toEqual([])
  })
})
