import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { asSignIn, type Tx } from '../../../db/as-actor.ts'
import { readNow } from '../../../db/read-now.ts'
import { agency } from '../../../db/schema/agency.ts'
import { credential, invitation, recoveryCode, session, staff } from '../../../db/schema/staff.ts'
import { invitationTokenHash } from '../../access/invitation-token.server.ts'
import { countedAddress, countTry } from '../../access/rate-limit.server.ts'
import { startSession } from '../../access/session.server.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import type { SignInSource } from './enter-password.server.ts'
import { hashGoodPassword, newPasswordField, type WeakPassword } from './new-password.server.ts'

export const acceptInvitationInput = z.object({ password: newPasswordField })

export interface OpenInvitation {
  agencyId: string
  staffId: string
  invitationId: string
  name: string
  email: string
  agencyName: string
}

type Wait = { kind: 'wait'; seconds: number }

/**
 * The invitation of a link, or null: used, expired, replaced by a newer one, or the person's role has changed since.
 */
export async function findInvitation(
  token: string,
  clientAddress: string,
): Promise<Result<OpenInvitation | null, Wait>> {
  const found = await asSignIn(async (tx) => findOpen(tx, token, await readNow(tx)))
  if (found) return done(found)
  // Only links that open nothing count towards the limit: a stranger on the same network must not block others' links.
  const seconds = await countTry([['invitation-address', countedAddress(clientAddress)]])
  return seconds > 0 ? refused({ kind: 'wait', seconds }) : done(null)
}

/** Sets the password, ends earlier sessions and factors, and starts a session for enrolling. A link works once. */
export async function acceptInvitation(
  token: string,
  password: string,
  source: SignInSource,
): Promise<Result<{ cookie: string }, { kind: 'invitation-over' } | WeakPassword | Wait>> {
  const found = await findInvitation(token, source.clientAddress)
  if (!found.ok) return found
  if (!found.value) return refused({ kind: 'invitation-over' })
  const hashed = await hashGoodPassword(password, found.value)
  if (!hashed.ok) return hashed
  const { agencyId, staffId } = found.value
  const taken = await asSignIn((tx) => take(tx, token, hashed.value), { agencyId, staffId })
  if (!taken) return refused({ kind: 'invitation-over' })
  return done(await startSession({ agencyId, staffId }, { confined: true, replacing: source.replacing }))
}

async function take(tx: Tx, token: string, passwordHash: string): Promise<boolean> {
  const now = await readNow(tx)
  const open = await findOpen(tx, token, now, 'locked')
  if (!open) return false
  const { agencyId, staffId, invitationId } = open
  const forPerson = (table: typeof credential | typeof recoveryCode | typeof session) =>
    and(eq(table.agencyId, agencyId), eq(table.staffId, staffId))
  await tx
    .update(invitation)
    .set({ usedAt: now })
    .where(and(eq(invitation.agencyId, agencyId), eq(invitation.invitationId, invitationId)))
  const fresh = { passwordHash, totpSecret: null, totpEnrolledAt: null, totpLastStep: 0 }
  await tx
    .insert(credential)
    .values({ agencyId, staffId, ...fresh })
    .onConflictDoUpdate({ target: [credential.agencyId, credential.staffId], set: fresh })
  await tx.delete(recoveryCode).where(forPerson(recoveryCode))
  await tx.delete(session).where(forPerson(session))
  const actor = { agencyId, staffId, role: 'sign_in' as const }
  await recordEvent(tx, { actor, now }, { kind: 'staff-joined', data: { staffId }, subjectId: staffId })
  return true
}

async function findOpen(tx: Tx, token: string, now: Date, lock?: 'locked'): Promise<OpenInvitation | null> {
  const byToken = tx
    .select()
    .from(invitation)
    .where(eq(invitation.tokenHash, invitationTokenHash(token)))
  const [found] = lock ? await byToken.for('update') : await byToken
  if (!found || found.usedAt || found.expiresAt <= now) return null
  const { agencyId, staffId, invitationId, role } = found
  const [newest] = await tx
    .select({ invitationId: invitation.invitationId })
    .from(invitation)
    .where(and(eq(invitation.agencyId, agencyId), eq(invitation.staffId, staffId)))
    .orderBy(desc(invitation.createdAt), desc(invitation.invitationId))
    .limit(1)
  const [person] = await tx
    .select({ name: staff.name, email: staff.email, agencyName: agency.name })
    .from(staff)
    .innerJoin(agency, eq(agency.agencyId, staff.agencyId))
    .where(and(eq(staff.agencyId, agencyId), eq(staff.staffId, staffId), eq(staff.active, true), eq(staff.role, role)))
  if (!person || newest?.invitationId !== invitationId) return null
  return { agencyId, staffId, invitationId, ...person }
}
