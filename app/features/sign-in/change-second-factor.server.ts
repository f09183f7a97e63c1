import type { z } from 'zod'
import type { SignedIn } from '../../access/session.server.ts'
import type { Result } from '../../domain/result.ts'
import { confirmOwnPassword, type OwnPasswordRefusal, ownPasswordInput } from './change-password.server.ts'
import { type EnrolmentRefusal, enrolmentInput, enrolSecondFactor } from './enrol-second-factor.server.ts'

export const changeSecondFactorInput = enrolmentInput.extend(ownPasswordInput.shape)

/** Replaces the phone, for a signed-in person who also gives their password. */
export async function changeSecondFactor(
  signedIn: SignedIn,
  { currentPassword, ...enrolment }: z.output<typeof changeSecondFactorInput>,
  cookies: string | null,
): Promise<Result<{ recoveryCodes: string[]; cookies: string[] }, OwnPasswordRefusal | EnrolmentRefusal>> {
  const confirmed = await confirmOwnPassword(signedIn, currentPassword)
  if (!confirmed.ok) return confirmed
  return enrolSecondFactor(signedIn, enrolment, cookies)
}
