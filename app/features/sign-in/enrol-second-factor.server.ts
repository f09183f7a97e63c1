import { and, eq } from 'drizzle-orm'
import { toString as drawQr } from 'qrcode'
import { z } from 'zod'
import { asSignIn, type Tx } from '../../../db/as-actor.ts'
import { readNow } from '../../../db/read-now.ts'
import { credential } from '../../../db/schema/staff.ts'
import { seal, unseal } from '../../access/secret-box.server.ts'
import type { SignedIn } from '../../access/session.server.ts'
import { matchingStep, newTotpSecret, totpUri } from '../../access/totp.server.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { codeInput } from './enter-code.server.ts'
import { replaceRecoveryCodes } from './renew-recovery-codes.server.ts'
import { ownerOf, readEmailKey, recordSignIn, secretOwner, startFullSession } from './second-factor.server.ts'

export const enrolmentInput = codeInput.extend({ offer: z.string('Start again with this page').max(500) })

const OFFER_MINUTES = 60

/** A new secret: as QR code, as text, and sealed (`offer`) for the form that returns it with the first code. */
export interface SecondFactorOffer {
  /** data: URL of an SVG */
  qr: string
  /** Base32 in groups of four */
  secret: string
  offer: string
}

/**
 * Offers a secret for an app. Nothing is stored until the first code proves that the app has it, so an old app works
 * until then. After a wrong code the same secret is offered again (`sent`): the app has it already.
 */
export async function offerSecondFactor(
  { actor, now }: Pick<SignedIn, 'actor' | 'now'>,
  sent = '',
): Promise<SecondFactorOffer> {
  const secret = openOffer(sent, actor, now) ?? newTotpSecret()
  const svg = await drawQr(totpUri(secret, await readEmailKey({ actor })), { type: 'svg', margin: 2 })
  return {
    qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    secret: secret.replace(/(.{4})(?=.)/g, '$1 '),
    offer: seal('enrolment', JSON.stringify([secret, now.getTime()]), ownerOf(actor)),
  }
}

export type EnrolmentRefusal = { kind: 'wrong' } | { kind: 'offer-too-old' } | { kind: 'enrolled-already' }

/**
 * Enrols an app as the second factor and gives ten new recovery codes, which are shown once. During sign-in
 * (`confined`) only for a person who has none yet, since otherwise it would bypass the second factor; it then
 * completes the sign-in.
 * @returns the codes, and the cookies to set
 */
export async function enrolSecondFactor(
  signedIn: SignedIn,
  { code, offer }: z.output<typeof enrolmentInput>,
  cookies: string | null,
): Promise<Result<{ recoveryCodes: string[]; cookies: string[] }, EnrolmentRefusal>> {
  const { actor, confined } = signedIn
  const result = await asSignIn(async (tx) => {
    const now = await readNow(tx)
    const secret = openOffer(offer, actor, now)
    if (!secret) return refused({ kind: 'offer-too-old' })
    const step = matchingStep(secret, code, now)
    if (step === null) return refused({ kind: 'wrong' })
    if (!(await keep(tx, actor, { secret, step, now, replace: !confined })))
      return refused({ kind: 'enrolled-already' })
    const { staffId } = actor
    await recordEvent(tx, { actor, now }, { kind: 'second-factor-enrolled', data: { staffId }, subjectId: staffId })
    if (confined) await recordSignIn(tx, signedIn, now, 'totp')
    return done(await replaceRecoveryCodes(tx, actor))
  }, actor)
  if (!result.ok) return result
  return done({
    recoveryCodes: result.value,
    cookies: await startFullSession(signedIn, cookies, await readEmailKey(signedIn)),
  })
}

interface Enrolment {
  secret: string
  step: number
  now: Date
  replace: boolean
}

async function keep(tx: Tx, { agencyId, staffId }: Actor, { secret, step, now, replace }: Enrolment): Promise<boolean> {
  const ofPerson = and(eq(credential.agencyId, agencyId), eq(credential.staffId, staffId))
  const [held] = await tx.select().from(credential).where(ofPerson).for('update')
  if (!held || (held.totpEnrolledAt && !replace)) return false
  const totpSecret = seal('second-factor', secret, secretOwner(held))
  await tx.update(credential).set({ totpSecret, totpEnrolledAt: now, totpLastStep: step }).where(ofPerson)
  return true
}

function openOffer(offer: string, actor: Actor, now: Date): string | null {
  const opened = unseal('enrolment', offer, ownerOf(actor))
  if (opened === null) return null
  const [secret, offeredAt] = z.tuple([z.string(), z.number()]).parse(JSON.parse(opened))
  return now.getTime() - offeredAt > OFFER_MINUTES * 60_000 ? null : secret
}
