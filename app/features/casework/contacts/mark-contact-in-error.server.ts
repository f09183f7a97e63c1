import { and, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { contact } from '../../../../db/schema/case-file.ts'
import { ifMay } from '../../../access/ability.ts'
import { lockCaseToChange } from '../../../access/lock-case.server.ts'
import { CONTACT_ERROR_REASONS } from '../../../domain/cases/case-reason.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { choiceOf } from '../../../forms/form-fields.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'

export const contactErrorInput = z.object({
  reason: choiceOf(CONTACT_ERROR_REASONS, 'Choose what is wrong with this contact'),
})

export type ContactErrorInput = z.output<typeof contactErrorInput> & { caseId: string; contactId: string }

export type ContactErrorRefusal = { kind: 'not-found' } | { kind: 'already-marked' }

/**
 * Marks a contact as entered in error. It stays in the log, struck through, and no longer keeps a standard: the next
 * valid contact keeps it, otherwise the clock runs again.
 */
export function markContactInError(
  asking: Asking,
  input: ContactErrorInput,
): Promise<Result<null, ContactErrorRefusal | AlreadyDone>> {
  return writeOnce(asking, 'mark-contact-in-error', input, (tx) => markIn(tx, asking, input))
}

async function markIn(
  tx: Tx,
  asking: Asking,
  { caseId, contactId, reason }: ContactErrorInput,
): Promise<Result<null, ContactErrorRefusal>> {
  const { actor, now } = asking
  const ofCase = and(eq(contact.agencyId, actor.agencyId), eq(contact.caseId, caseId))
  const held = await lockCaseToChange(tx, actor, caseId)
  const [wrong] = await tx
    .select()
    .from(contact)
    .where(and(ofCase, eq(contact.contactId, contactId)))
  if (!held || !wrong || !ifMay(actor, 'update', 'contact', wrong)) return refused({ kind: 'not-found' })
  if (wrong.errorAt) return refused({ kind: 'already-marked' })
  await tx
    .update(contact)
    .set({ errorAt: now, errorReason: reason })
    .where(and(ofCase, eq(contact.contactId, contactId)))
  const others = await tx
    .select({ contactedAt: contact.contactedAt })
    .from(contact)
    .where(and(ofCase, ne(contact.contactId, contactId), eq(contact.succeeded, true), isNull(contact.errorAt)))
  await recordEvent(tx, asking, {
    kind: 'contact-entered-in-error',
    data: {
      contactId,
      contactedAt: wrong.contactedAt.toISOString(),
      othersAt: others.map(({ contactedAt }) => contactedAt.toISOString()),
      reason,
    },
    caseId,
    subjectId: contactId,
  })
  return done(null)
}
