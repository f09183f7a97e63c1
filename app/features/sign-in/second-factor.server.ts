import { and, eq } from 'drizzle-orm'
import { asSignIn, type Tx } from '../../../db/as-actor.ts'
import { readNow } from '../../../db/read-now.ts'
import { staff } from '../../../db/schema/staff.ts'
import { findKnownDevice, rememberDevice } from '../../access/known-device.server.ts'
import { countTry, forgetTry, type Try } from '../../access/rate-limit.server.ts'
import { type SignedIn, startSession } from '../../access/session.server.ts'
import type { CaseEventData } from '../../domain/cases/case-event.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

export type Half = Pick<SignedIn, 'actor' | 'sessionId'>

export type FactorRefusal = { kind: 'wrong' } | { kind: 'used' } | { kind: 'wait'; seconds: number }

/**
 * The second step of signing in, for any factor: counts the try, lets `accepts` decide in one transaction, and
 * replaces the confined session by one under a new id.
 * @returns the cookies to set: the session, and the mark that identifies this device
 */
export async function finishSignIn(
  half: Half,
  cookies: string | null,
  factor: CaseEventData['signed-in']['factor'],
  accepts: (tx: Tx, now: Date) => Promise<'accepted' | 'wrong' | 'used'>,
): Promise<Result<{ cookies: string[] }, FactorRefusal>> {
  const { agencyId, staffId } = half.actor
  const emailKey = await readEmailKey(half)
  const tries = triesOf(staffId, findKnownDevice(cookies, emailKey)?.deviceId)
  const seconds = await countTry(tries)
  if (seconds > 0) return refused({ kind: 'wait', seconds })
  const answer = await asSignIn(
    async (tx) => {
      const now = await readNow(tx)
      const decided = await accepts(tx, now)
      if (decided === 'accepted') await recordSignIn(tx, half, now, factor)
      return decided
    },
    { agencyId, staffId },
  )
  if (answer !== 'accepted') return refused({ kind: answer })
  await forgetTry(tries)
  return done({ cookies: await startFullSession(half, cookies, emailKey) })
}

export async function startFullSession(half: Half, cookies: string | null, emailKey: string): Promise<string[]> {
  const { cookie } = await startSession(half.actor, { confined: false, replacing: half.sessionId })
  return [cookie, rememberDevice(cookies, emailKey)]
}

export function recordSignIn(tx: Tx, { actor }: Half, now: Date, factor: CaseEventData['signed-in']['factor']) {
  const { staffId } = actor
  return recordEvent(tx, { actor, now }, { kind: 'signed-in', data: { staffId, factor }, subjectId: staffId })
}

export async function readEmailKey({ actor: { agencyId, staffId } }: Pick<Half, 'actor'>): Promise<string> {
  return asSignIn(async (tx) => {
    const [row] = await tx
      .select({ emailKey: staff.emailKey })
      .from(staff)
      .where(and(eq(staff.agencyId, agencyId), eq(staff.staffId, staffId)))
    if (!row) throw new Error('A session without its person.')
    return row.emailKey
  })
}

function triesOf(staffId: string, deviceId: string | undefined): Try[] {
  if (deviceId) return [['code-device', `${deviceId}|${staffId}`]]
  return [
    ['code-account', staffId],
    ['code-account-day', staffId],
  ]
}

/** The person to whom a sealed value is bound. */
export function ownerOf({ agencyId, staffId }: Pick<Actor, 'agencyId' | 'staffId'>): string {
  return `${agencyId}|${staffId}`
}

/** The row to which a stored secret is bound: in another person's row it cannot be opened. */
export function secretOwner(owner: Pick<Actor, 'agencyId' | 'staffId'>): string {
  return `credential|totp_secret|${ownerOf(owner)}`
}
