import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { asSignIn } from '../../../db/as-actor.ts'
import { credential, staff } from '../../../db/schema/staff.ts'
import { TooBusy } from '../../access/fair-queue.ts'
import { findKnownDevice } from '../../access/known-device.server.ts'
import { fitsPassword, type Turn } from '../../access/password.server.ts'
import { countedAddress, countedNetwork, countTry, forgetTry, type Try } from '../../access/rate-limit.server.ts'
import { findSignedIn, type RequestArgs, startSession } from '../../access/session.server.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { emailKeyOf } from '../../domain/text/email-key.ts'
import { BUSY_SECONDS } from './new-password.server.ts'

export const passwordInput = z.object({
  email: z
    .string('Enter your e-mail address')
    .trim()
    .min(1, 'Enter your e-mail address')
    .max(254, 'Check your e-mail address'),
  password: z.string('Enter your password').min(1, 'Enter your password').max(200, 'Check your password'),
})

/** Where a person signs in from. `replacing`: a session of this browser, which ends. */
export interface SignInSource {
  clientAddress: string
  cookies: string | null
  replacing?: string | undefined
}

export async function readSignInSource(args: RequestArgs): Promise<SignInSource> {
  const replacing = (await findSignedIn(args))?.sessionId
  return { clientAddress: args.context.clientAddress, cookies: args.request.headers.get('Cookie'), replacing }
}

export type SignInRefusal = { kind: 'wrong' } | { kind: 'wait'; seconds: number }

/** A person may belong to two agencies with one address. More are not tried, so that every try costs the same. */
const MOST_AGENCIES = 2
/** Above this limit nobody is refused: passwords are then checked one after another, with a pause before each. */
const EVERYWHERE: Try[] = [['password-everywhere', 'all']]

/** Starts a confined session for the second factor. Unknown people get the same answer after the same time. */
export async function enterPassword(
  { email, password }: z.output<typeof passwordInput>,
  source: SignInSource,
): Promise<Result<{ cookie: string; owes: 'code' | 'enrolment' }, SignInRefusal>> {
  const emailKey = emailKeyOf(email)
  const device = findKnownDevice(source.cookies, emailKey)
  const address = countedAddress(source.clientAddress)
  // The network address is counted first and stays counted if another limit refuses: only people at that address wait.
  const addressTry: Try[] = device ? [] : [['password-address', address]]
  const accountTries = device ? triesOfDevice(device.deviceId) : triesOfAccount(emailKey)
  const seconds = (await countTry(addressTry)) || (await countTry(accountTries))
  if (seconds > 0) return refused({ kind: 'wait', seconds })
  const turn: Turn = device
    ? { queue: 'known', sender: device.deviceId }
    : { queue: 'unknown', sender: countedNetwork(address), slowly: (await countTry(EVERYWHERE)) > 0 }
  const everywhereTry = turn.queue === 'unknown' && !turn.slowly ? EVERYWHERE : []
  try {
    const person = await findPersonWithPassword(emailKey, password, turn)
    if (!person) return refused({ kind: 'wrong' })
    await forgetTry([...addressTry, ...accountTries, ...everywhereTry])
    const { cookie } = await startSession(person, { confined: true, replacing: source.replacing })
    return done({ cookie, owes: person.enrolled ? 'code' : 'enrolment' })
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error
    await forgetTry([...accountTries, ...everywhereTry])
    return refused({ kind: 'wait', seconds: BUSY_SECONDS })
  }
}

function triesOfDevice(deviceId: string): Try[] {
  return [
    ['password-device', deviceId],
    ['password-device-day', deviceId],
  ]
}

function triesOfAccount(emailKey: string): Try[] {
  return [
    ['password-account', emailKey],
    ['password-account-day', emailKey],
  ]
}

async function findPersonWithPassword(emailKey: string, password: string, turn: Turn) {
  const people = await asSignIn((tx) =>
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
  if (people.length === 0) await fitsPassword(null, password, turn)
  for (const { agencyId, staffId, passwordHash, enrolledAt } of people)
    if (await fitsPassword(passwordHash, password, turn)) return { agencyId, staffId, enrolled: enrolledAt !== null }
  return null
}
