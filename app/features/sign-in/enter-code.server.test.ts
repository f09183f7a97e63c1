import { describe, expect, it } from 'vitest'
import { codeOf, withCredentials } from '../../../tests/support/credentials.ts'
import { signIn, whoHolds } from '../../../tests/support/sign-in.ts'
import { openWorld, type Person } from '../../../tests/support/world.ts'
import { rememberDevice } from '../../access/known-device.server.ts'
import { emailKeyOf } from '../../domain/text/email-key.ts'
import { enterCode } from './enter-code.server.ts'
import { useRecoveryCode as takeRecoveryCode } from './use-recovery-code.server.ts'

const world = await openWorld()
const harthill = await world.agency()

async function halfIn(person: Person) {
  const cookie = await signIn(person, { confined: true })
  const half = await whoHolds(cookie)
  if (!half) throw new Error('no session')
  return { cookie, half }
}

async function enrolled() {
  const sam = await world.staff(harthill)
  return { sam, ...(await withCredentials(world, sam)), ...(await halfIn(sam)) }
}

/** A device of its own each time, so that no limit hides a race. */
function knownDesk({ email }: Person) {
  return rememberDevice(null, emailKeyOf(email)).split(';', 1)[0] ?? ''
}

describe('the code of an app', () => {
  it('opens a full session under a new id and ends the confined one', async () => {
    const { sam, secret, cookie, half } = await enrolled()
    const entered = await enterCode(half, codeOf(secret), null)
    if (!entered.ok) throw new Error(entered.refusal.kind)
    expect(await whoHolds(entered.value.cookies[0])).toMatchObject({ actor: sam.actor, confined: false })
    expect(await whoHolds(cookie)).toBeNull()
    const [event] = await world.admin`select kind, data from case_event where subject_id = ${sam.actor.staffId}`
    expect(event).toEqual({ kind: 'signed-in', data: { staffId: sam.actor.staffId, factor: 'totp' } })
  })

  it('is taken half a minute early or late, not a minute and a half', async () => {
    for (const [steps, ok] of [
      [-1, true],
      [1, true],
      [-4, false],
      [4, false],
    ] as const) {
      const { secret, half } = await enrolled()
      expect((await enterCode(half, codeOf(secret, steps, half.now), null)).ok).toBe(ok)
    }
  })

  it('works once when it comes fifty times at the same moment', async () => {
    const { sam, secret } = await enrolled()
    const halves = await Promise.all(Array.from({ length: 50 }, () => halfIn(sam)))
    const code = codeOf(secret)
    const answers = await Promise.all(halves.map(({ half }) => enterCode(half, code, knownDesk(sam))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.refusal.kind === 'used')).toHaveLength(49)
  })

  it('does not work a second time, nor one from before it', async () => {
    const { sam, secret, half } = await enrolled()
    const code = codeOf(secret, 0, half.now)
    expect((await enterCode(half, code, null)).ok).toBe(true)
    const again = await halfIn(sam)
    expect(await enterCode(again.half, code, null)).toEqual({ ok: false, refusal: { kind: 'used' } })
    expect(await enterCode(half, codeOf(secret, -1, half.now), null)).toEqual({ ok: false, refusal: { kind: 'used' } })
  })

  it('of somebody else does not work', async () => {
    const { half } = await enrolled()
    const other = await enrolled()
    expect(await enterCode(half, codeOf(other.secret), null)).toEqual({ ok: false, refusal: { kind: 'wrong' } })
  })

  it('does not open from a secret that was moved to another person’s row', async () => {
    const thief = await enrolled()
    const victim = await enrolled()
    await world.admin`update credential set totp_secret =
      (select totp_secret from credential where staff_id = ${thief.sam.actor.staffId})
      where staff_id = ${victim.sam.actor.staffId}`
    expect((await enterCode(victim.half, codeOf(thief.secret), null)).ok).toBe(false)
  })

  it('cannot be guessed: after eight wrong ones everybody waits, but for a desk that is known', async () => {
    const { sam, secret, half } = await enrolled()
    const guesses = await Promise.all(Array.from({ length: 60 }, (_, at) => enterCode(half, `${100_000 + at}`, null)))
    expect(guesses.filter((guess) => !guess.ok && guess.refusal.kind !== 'wait').length).toBeLessThanOrEqual(8)
    expect((await enterCode(half, codeOf(secret), knownDesk(sam))).ok).toBe(true)
  })
})

describe('a recovery code', () => {
  it('signs in once, however it is written, and once when it comes twenty times at the same moment', async () => {
    const { sam, recoveryCodes, half } = await enrolled()
    const [first = '', second = ''] = recoveryCodes
    const written = ` ${first.toLowerCase().replace('-', ' ')} `
    expect((await takeRecoveryCode(half, written, null)).ok).toBe(true)
    expect(await takeRecoveryCode((await halfIn(sam)).half, first, null)).toMatchObject({ refusal: { kind: 'wrong' } })
    const halves = await Promise.all(Array.from({ length: 20 }, () => halfIn(sam)))
    const answers = await Promise.all(halves.map(({ half }) => takeRecoveryCode(half, second, knownDesk(sam))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('of somebody else does not work', async () => {
    const { half } = await enrolled()
    const other = await enrolled()
    expect((await takeRecoveryCode(half, other.recoveryCodes[0] ?? '', null)).ok).toBe(false)
  })
})
