import { describe, expect, it } from 'vitest'
import { codeOf, withCredentials } from '../../../tests/support/credentials.ts'
import { signIn, whoHolds } from '../../../tests/support/sign-in.ts'
import { openWorld } from '../../../tests/support/world.ts'
import { enrolSecondFactor, offerSecondFactor } from './enrol-second-factor.server.ts'
import { countRecoveryCodes } from './renew-recovery-codes.server.ts'

const world = await openWorld()
const harthill = await world.agency()

async function someone({ app = false, confined = true } = {}) {
  const sam = await world.staff(harthill)
  const credentials = await withCredentials(world, sam, { app })
  const signedIn = await whoHolds(await signIn(sam, { confined }))
  if (!signedIn) throw new Error('no session')
  return { sam, signedIn, ...credentials }
}

describe('setting up a phone', () => {
  it('draws the key, takes its first code, gives ten recovery codes and signs in', async () => {
    const { sam, signedIn } = await someone()
    const { qr, secret, offer } = await offerSecondFactor(signedIn)
    expect(qr).toMatch(/^data:image\/svg\+xml;base64,/)
    const enrolled = await enrolSecondFactor(signedIn, { code: codeOf(secret), offer }, null)
    if (!enrolled.ok) throw new Error(enrolled.refusal.kind)
    expect(new Set(enrolled.value.recoveryCodes).size).toBe(10)
    expect(await countRecoveryCodes(signedIn)).toBe(10)
    const [row] = await world.admin`select totp_secret from credential where staff_id = ${sam.actor.staffId}`
    expect(row?.totp_secret).not.toContain(secret.replaceAll(' ', ''))
    const events = await world.admin`select kind from case_event where subject_id = ${sam.actor.staffId} order by seq`
    expect(events.map(({ kind }) => kind)).toEqual(['second-factor-enrolled', 'signed-in'])
  })

  it('keeps nothing before the app has shown a code', async () => {
    const { signedIn } = await someone()
    const { secret, offer } = await offerSecondFactor(signedIn)
    const wrong = codeOf(secret) === '123456' ? '654321' : '123456'
    expect(await enrolSecondFactor(signedIn, { code: wrong, offer }, null)).toEqual({
      ok: false,
      refusal: { kind: 'wrong' },
    })
    expect(await countRecoveryCodes(signedIn)).toBe(0)
  })

  it('offers the same key again to whoever mistyped a code, and another one to anybody else', async () => {
    const { signedIn } = await someone()
    const first = await offerSecondFactor(signedIn)
    const again = await offerSecondFactor(signedIn, first.offer)
    expect([again.secret, again.qr]).toEqual([first.secret, first.qr])
    expect((await enrolSecondFactor(signedIn, { code: codeOf(first.secret), offer: again.offer }, null)).ok).toBe(true)
    const stranger = (await someone()).signedIn
    expect((await offerSecondFactor(stranger, first.offer)).secret).not.toBe(first.secret)
    expect((await offerSecondFactor(stranger, 'nonsense')).secret).not.toBe(first.secret)
  })

  it('is no way past an app that is set up already', async () => {
    const { signedIn } = await someone({ app: true })
    const { secret, offer } = await offerSecondFactor(signedIn)
    expect(await enrolSecondFactor(signedIn, { code: codeOf(secret), offer }, null)).toEqual({
      ok: false,
      refusal: { kind: 'enrolled-already' },
    })
  })

  it('does not take a key that was offered to somebody else', async () => {
    const other = await offerSecondFactor((await someone()).signedIn)
    const { signedIn } = await someone()
    expect(await enrolSecondFactor(signedIn, { code: codeOf(other.secret), offer: other.offer }, null)).toEqual({
      ok: false,
      refusal: { kind: 'offer-too-old' },
    })
  })

  it('replaces the app of somebody who is signed in, and their recovery codes', async () => {
    const { signedIn, recoveryCodes } = await someone({ app: true, confined: false })
    const { secret, offer } = await offerSecondFactor(signedIn)
    const enrolled = await enrolSecondFactor(signedIn, { code: codeOf(secret), offer }, null)
    if (!enrolled.ok) throw new Error(enrolled.refusal.kind)
    expect(enrolled.value.recoveryCodes).not.toContain(recoveryCodes[0])
    expect(await countRecoveryCodes(signedIn)).toBe(10)
  })
})
