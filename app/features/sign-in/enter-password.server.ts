import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { atTheDoor } from '../../../db/as-actor.ts'
import { credential, staff } from '../../../db/schema/staff.ts'
import { findKnownDevice } from '../../access/known-device.server.ts'
import { fitsPassword, type Queue, TooBusy } from '../../access/password.server.ts'
import { countedAddress, countTry, forgetTry, type Try } from '../../access/rate-limit.server.ts'
import { startSession } from '../../access/session.server.ts'
import { emailKeyOf } from '../../domain/email-key.ts'
import { done, type Result, refused } from '../../domain/result.ts'

export const passwordSchema = z.object({
  email: z
    .string('Enter your e-mail address')
    .trim()
    .min(1, 'Enter your e-mail address')
    .max(254, 'Check your e-mail address'),
  password: z.string('Enter your password').min(1, 'Enter your password').max(200, 'Check your password'),
})

/** Where somebody signs in from. `replacing`: a session this browser holds, which ends. */
export interface Door {
  clientAddress: string
  cookies: string | null
  replacing?: string | undefined
}

export type SignInRefusal = { kind: 'wrong' } | { kind: 'wait'; seconds: number }

/** A person may belong to two agencies under one address; more are not tried, so that a try costs the same. */
const MOST_AGENCIES = 2
const BUSY_SECONDS = 10

/**
 * The first step of signing in: a confined session that can do nothing but give the second factor. Somebody unknown gets
 * the same answer after the same time.
 */
export async function enterPassword(
  { email, password }: z.output<typeof passwordSchema>,
  door: Door,
): Promise<Result<{ cookie: string; owes: 'code' | 'enrolment' }, SignInRefusal>> {
  const emailKey = emailKeyOf(email)
  const device = findKnownDevice(door.cookies, emailKey)
  const tries = device ? triesOfDevice(device.deviceId) : triesFromElsewhere(emailKey, door.clientAddress)
  const seconds = await countTry(tries)
  if (seconds > 0) return refused({ kind: 'wait', seconds })
  try {
    const person = await whoseItIs(emailKey, password, device ? 'known' : 'unknown')
    if (!person) return refused({ kind: 'wrong' })
    await forgetTry(tries)
    const { cookie } = await startSession(person, { confined: true, replacing: door.replacing })
    return done({ cookie, owes: person.enrolled ? 'code' : 'enrolment' })
  } catch (error) {
    if (error instanceof TooBusy) return refused({ kind: 'wait', seconds: BUSY_SECONDS })
    throw error
  }
}

function triesOfDevice(deviceId: string): Try[] {
  return [
    ['password-device', deviceId],
    ['password-device-day', deviceId],
  ]
}

function triesFromElsewhere(emailKey: string, clientAddress: string): Try[] {
  return [
    ['password-account', emailKey],
    ['password-account-day', emailKey],
    ['password-address', countedAddress(clientAddress)],
    ['password-everywhere', 'all'],
  ]
}

async function whoseItIs(emailKey: string, password: string, queue: Queue) {
  const people = await atTheDoor((tx) =>
    tx
      .select({
        agencyId: staff.agencyId,
        staffId: staff.staffId,
        passwordHash: credential.passwordHash,
        enrolledAt: credential.totpEnrolledAt,
      })
      .from(staff)
      .innerJoin(credential, and(eq(credential.agencyId, staff.agencyId), eq(credential.staffId, staff.staffId)))
      .where(and(eq(staff.emailKey, emailKey), eq(staff.active, true)))
      .orderBy(asc(staff.createdAt))
      .limit(MOST_AGENCIES),
  )
  if (people.length === 0) await fitsPassword(null, password, queue)
  for (const { agencyId, staffId, passwordHash, enrolledAt } of people)
    if (await fitsPassword(passwordHash, password, queue)) return { agencyId, staffId, enrolled: enrolledAt !== null }
  return null
}
