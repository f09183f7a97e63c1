import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { asSignIn } from '../../../db/as-actor.ts'
import { credential, session, staff } from '../../../db/schema/staff.ts'
import { TooBusy } from '../../access/fair-queue.ts'
import { fitsPassword } from '../../access/password.server.ts'
import { countTry, forgetTry } from '../../access/rate-limit.server.ts'
import { type SignedIn, startSession } from '../../access/session.server.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { BUSY_SECONDS, hashGoodPassword, newPasswordField, type WeakPassword } from './new-password.server.ts'

const currentPasswordField = z
  .string('Enter your password')
  .min(1, 'Enter your password')
  .max(500, 'Check your password')

export const ownPasswordInput = z.object({ currentPassword: currentPasswordField })
export const changePasswordInput = z.object({ currentPassword: currentPasswordField, newPassword: newPasswordField })

export type OwnPasswordRefusal = { kind: 'wrong' } | { kind: 'wait'; seconds: number }

/** Confirms that the person is at the keyboard, before anything that changes how they sign in. */
export async function confirmOwnPassword(
  { actor: { agencyId, staffId } }: Pick<SignedIn, 'actor'>,
  password: string,
): Promise<Result<null, OwnPasswordRefusal>> {
  const seconds = await countTry([['own-password', staffId]])
  if (seconds > 0) return refused({ kind: 'wait', seconds })
  const held = await asSignIn(async (tx) => {
    const ofPerson = and(eq(credential.agencyId, agencyId), eq(credential.staffId, staffId))
    const [row] = await tx.select({ passwordHash: credential.passwordHash }).from(credential).where(ofPerson)
    return row?.passwordHash ?? null
  })
  try {
    if (!(await fitsPassword(held, password, { queue: 'known', sender: staffId }))) return refused({ kind: 'wrong' })
    await forgetTry([['own-password', staffId]])
    return done(null)
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error
    await forgetTry([['own-password', staffId]])
    return refused({ kind: 'wait', seconds: BUSY_SECONDS })
  }
}

/** Sets a new password. Every other session of the person ends; this one continues under a new id. */
export async function changePassword(
  signedIn: SignedIn,
  { currentPassword, newPassword }: z.output<typeof changePasswordInput>,
): Promise<Result<{ cookie: string }, OwnPasswordRefusal | WeakPassword>> {
  const { actor, now } = signedIn
  const confirmed = await confirmOwnPassword(signedIn, currentPassword)
  if (!confirmed.ok) return confirmed
  const hashed = await hashGoodPassword(newPassword, await readPerson(signedIn))
  if (!hashed.ok) return hashed
  const { agencyId, staffId } = actor
  await asSignIn(async (tx) => {
    await tx
      .update(credential)
      .set({ passwordHash: hashed.value })
      .where(and(eq(credential.agencyId, agencyId), eq(credential.staffId, staffId)))
    await tx.delete(session).where(and(eq(session.agencyId, agencyId), eq(session.staffId, staffId)))
    await recordEvent(tx, { actor, now }, { kind: 'password-changed', data: { staffId }, subjectId: staffId })
  }, actor)
  return done(await startSession(actor, { confined: false }))
}

async function readPerson({ actor: { agencyId, staffId }, name }: Pick<SignedIn, 'actor' | 'name'>) {
  return asSignIn(async (tx) => {
    const ofPerson = and(eq(staff.agencyId, agencyId), eq(staff.staffId, staffId))
    const [row] = await tx.select({ email: staff.email }).from(staff).where(ofPerson)
    return { name, email: row?.email ?? '' }
  })
}
