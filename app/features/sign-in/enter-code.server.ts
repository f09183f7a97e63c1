import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { credential } from '../../../db/schema/staff.ts'
import { unseal } from '../../access/secret-box.server.ts'
import { matchingStep } from '../../access/totp.server.ts'
import type { Result } from '../../domain/result.ts'
import { type FactorRefusal, finishSignIn, type Half, secretOwner } from './second-factor.server.ts'

export const codeInput = z.object({
  code: z
    .string('Enter the six digits that your app shows')
    .transform((code) => code.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Enter the six digits that your app shows')),
})

/** Signs in with a code from the app. A code works once, even if it is sent twice at the same moment. */
export function enterCode(
  half: Half,
  code: string,
  cookies: string | null,
): Promise<Result<{ cookies: string[] }, FactorRefusal>> {
  return finishSignIn(half, cookies, 'totp', (tx, now) => useStep(tx, half, code, now))
}

async function useStep(tx: Tx, { actor: { agencyId, staffId } }: Half, code: string, now: Date) {
  const ofPerson = and(eq(credential.agencyId, agencyId), eq(credential.staffId, staffId))
  // The row lock makes parallel tries wait, so the second one finds the code used.
  const [held] = await tx.select().from(credential).where(ofPerson).for('update')
  const secret = held?.totpSecret && unseal('second-factor', held.totpSecret, secretOwner(held))
  const step = secret ? matchingStep(secret, code, now) : null
  if (!held || step === null) return 'wrong'
  if (step <= held.totpLastStep) return 'used'
  await tx.update(credential).set({ totpLastStep: step }).where(ofPerson)
  return 'accepted'
}
