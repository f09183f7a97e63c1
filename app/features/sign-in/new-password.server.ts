import { z } from 'zod'
import { TooBusy } from '../../access/fair-queue.ts'
import { hashPassword } from '../../access/password.server.ts'
import { passwordFault } from '../../access/password-rule.ts'
import { done, type Result, refused } from '../../domain/result.ts'

export const newPasswordField = z
  .string('Choose a password')
  .min(1, 'Choose a password')
  .max(500, 'Choose a shorter password')

export const BUSY_SECONDS = 10

export interface WeakPassword {
  kind: 'weak'
  /** Why the password is too weak, and what to do. */
  why: string
}

/** Hashes a password that is strong enough for this person; refuses a weak one. */
export async function hashGoodPassword(
  password: string,
  person: { name: string; email: string },
): Promise<Result<string, WeakPassword | { kind: 'wait'; seconds: number }>> {
  const why = passwordFault(password, person)
  if (why) return refused({ kind: 'weak', why })
  try {
    return done(await hashPassword(password, person.email))
  } catch (error) {
    if (error instanceof TooBusy) return refused({ kind: 'wait', seconds: BUSY_SECONDS })
    throw error
  }
}
