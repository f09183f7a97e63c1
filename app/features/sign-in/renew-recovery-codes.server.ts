import { and, count, eq, isNull } from 'drizzle-orm'
import { asSignIn, type Tx } from '../../../db/as-actor.ts'
import { recoveryCode } from '../../../db/schema/staff.ts'
import { newRecoveryCodes, recoveryCodeHash } from '../../access/recovery-code.server.ts'
import type { SignedIn } from '../../access/session.server.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

/** Makes ten new codes, to be shown once; the old ones stop working. */
export function renewRecoveryCodes({ actor, now }: Pick<SignedIn, 'actor' | 'now'>): Promise<string[]> {
  return asSignIn(async (tx) => {
    const { staffId } = actor
    await recordEvent(tx, { actor, now }, { kind: 'recovery-codes-renewed', data: { staffId }, subjectId: staffId })
    return replaceRecoveryCodes(tx, actor)
  }, actor)
}

/** Replaces the codes in the caller's sign-in transaction. */
export async function replaceRecoveryCodes(tx: Tx, { agencyId, staffId }: Actor): Promise<string[]> {
  const codes = newRecoveryCodes()
  await tx.delete(recoveryCode).where(ofPerson({ agencyId, staffId }))
  await tx
    .insert(recoveryCode)
    .values(codes.map((code) => ({ agencyId, staffId, codeHash: recoveryCodeHash(staffId, code) })))
  return codes
}

export async function countRecoveryCodes({ actor }: Pick<SignedIn, 'actor'>): Promise<number> {
  return asSignIn(async (tx) => {
    const [left] = await tx
      .select({ codes: count() })
      .from(recoveryCode)
      .where(and(ofPerson(actor), isNull(recoveryCode.usedAt)))
    return left?.codes ?? 0
  })
}

function ofPerson({ agencyId, staffId }: Pick<Actor, 'agencyId' | 'staffId'>) {
  return and(eq(recoveryCode.agencyId, agencyId), eq(recoveryCode.staffId, staffId))
}
