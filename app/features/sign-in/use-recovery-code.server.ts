import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { recoveryCode } from '../../../db/schema/staff.ts'
import { recoveryCodeHash } from '../../access/recovery-code.server.ts'
import type { Result } from '../../domain/result.ts'
import { type FactorRefusal, finishSignIn, type Half } from './second-factor.server.ts'

export const recoveryCodeInput = z.object({
  code: z
    .string('Enter one of your recovery codes')
    .trim()
    .min(1, 'Enter one of your recovery codes')
    .max(40, 'A recovery code has ten letters and digits'),
})

/** Signs in with a recovery code instead of the phone. Each code works once. */
export function useRecoveryCode(
  half: Half,
  code: string,
  cookies: string | null,
): Promise<Result<{ cookies: string[] }, FactorRefusal>> {
  return finishSignIn(half, cookies, 'recovery-code', (tx, now) => strikeOut(tx, half, code, now))
}

async function strikeOut(tx: Tx, { actor: { agencyId, staffId } }: Half, code: string, now: Date) {
  const struck = await tx
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCode.agencyId, agencyId),
        eq(recoveryCode.staffId, staffId),
        eq(recoveryCode.codeHash, recoveryCodeHash(staffId, code)),
        isNull(recoveryCode.usedAt),
      ),
    )
    .returning({ codeHash: recoveryCode.codeHash })
  return struck.length === 1 ? 'accepted' : 'wrong'
}
