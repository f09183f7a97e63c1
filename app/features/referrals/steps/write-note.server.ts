import { randomUUID } from 'node:crypto'
import { and, eq, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { referral, referralNote } from '../../../../db/schema/referral.ts'
import { ifMay, mayInsert } from '../../../access/ability.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { neededText } from '../../../forms/form-fields.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'

export const writeNoteInput = z.object({ note: neededText(4000, 'Write the note') })

export type WriteNoteInput = z.output<typeof writeNoteInput> & { referralId: string }

/** Adds a note for colleagues only. It stays with this agency even if the client withdraws consent. */
export async function writeReferralNote(
  asking: Asking,
  input: WriteNoteInput,
): Promise<Result<{ noteId: string }, { kind: 'not-found' } | AlreadyDone>> {
  const { actor, now } = asking
  const { referralId, note } = input
  const { agencyId, staffId } = actor
  return writeOnce<{ noteId: string }, { kind: 'not-found' }>(asking, 'write-note', input, async (tx) => {
    const [row] = await tx
      .select()
      .from(referral)
      .where(and(eq(referral.referralId, referralId), eq(referral.toAgencyId, agencyId), isNotNull(referral.sentAt)))
    if (!ifMay(actor, 'select', 'referral', row) || !mayInsert(actor, 'referralNote', actor))
      return refused({ kind: 'not-found' })
    const noteId = randomUUID()
    await tx.insert(referralNote).values({ agencyId, noteId, referralId, note, staffId, notedAt: now })
    await recordEvent(tx, asking, { kind: 'referral-noted', subjectId: referralId, data: { referralId, noteId } })
    return done({ noteId })
  })
}
