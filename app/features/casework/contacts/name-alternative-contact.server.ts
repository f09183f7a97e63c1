import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { caseFile } from '../../../../db/schema/case-file.ts'
import { staff } from '../../../../db/schema/staff.ts'
import { lockCaseToChange } from '../../../access/lock-case.server.ts'
import { decideAlternativeContact, type HolderRefusal } from '../../../domain/cases/case.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'

export const alternativeContactInput = z.object({
  staffId: z.uuid({ error: 'Choose the alternative contact' }),
})

export type AlternativeContactInput = z.output<typeof alternativeContactInput> & { caseId: string }

export type AlternativeContactRefusal = HolderRefusal | { kind: 'is-the-case-worker' } | { kind: 'not-found' }

/** Names the person to ask for when the case worker is away (I6): another active member of the agency. */
export function nameAlternativeContact(
  asking: Asking,
  input: AlternativeContactInput,
): Promise<Result<{ staffId: string }, AlternativeContactRefusal | AlreadyDone>> {
  return writeOnce(asking, 'name-alternative-contact', input, (tx) => nameIn(tx, asking, input))
}

async function nameIn(
  tx: Tx,
  asking: Asking,
  { caseId, staffId }: AlternativeContactInput,
): Promise<Result<{ staffId: string }, AlternativeContactRefusal>> {
  const { actor, now } = asking
  const held = await lockCaseToChange(tx, actor, caseId)
  const [person] = await tx
    .select()
    .from(staff)
    .where(and(eq(staff.agencyId, actor.agencyId), eq(staff.staffId, staffId)))
  if (!held || !person) return refused({ kind: 'not-found' })
  const decided = decideAlternativeContact(held, person)
  if (!decided.ok) return decided
  await tx
    .update(caseFile)
    .set({ ...decided.value, version: now })
    .where(and(eq(caseFile.agencyId, actor.agencyId), eq(caseFile.caseId, caseId)))
  await recordEvent(tx, asking, { kind: 'alternative-contact-named', data: { staffId }, caseId, subjectId: staffId })
  return done({ staffId })
}
