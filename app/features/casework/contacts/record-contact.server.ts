import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { contact } from '../../../../db/schema/case-file.ts'
import { mayInsert } from '../../../access/ability.ts'
import { lockCaseToChange } from '../../../access/lock-case.server.ts'
import { type ContactRefusal, decideContact } from '../../../domain/cases/case.ts'
import { CONTACT_CHANNELS, CONTACT_OUTCOMES } from '../../../domain/cases/contact.ts'
import { EMPTY_SAFE_CONTACT } from '../../../domain/cases/safe-contact.ts'
import {
  checkContactSafety,
  type UnsafeContactConfirmation,
  type UnsafeContactRefusal,
  unsafeActOf,
} from '../../../domain/cases/unsafe-contact.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { endDraft } from '../../../facts/drafts.server.ts'
import { readSafeContact } from '../../../facts/read-safe-contact.server.ts'
import { typedInstantField } from '../../../forms/date-fields.server.ts'
import { choiceOf, draftEntries, tickedBox, typedText } from '../../../forms/form-fields.server.ts'
import { unsafeContactEntries, unsafeContactErrors } from '../../../forms/unsafe-contact-entries.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { type AllocateCaseRefusal, allocateIn } from '../allocation/allocate-case.server.ts'

export const recordContactInput = z.object({
  channel: choiceOf(CONTACT_CHANNELS, 'Choose how you tried to reach the client'),
  outcome: choiceOf(CONTACT_OUTCOMES, 'Choose the result'),
  contactedAt: typedInstantField('recorded'),
  note: typedText(2_000),
  takeCase: tickedBox(),
  ...draftEntries,
  ...unsafeContactEntries,
})

export type RecordContactInput = Omit<
  z.output<typeof recordContactInput>,
  keyof UnsafeContactConfirmation | keyof typeof draftEntries
> &
  UnsafeContactConfirmation & {
    caseId: string
    draftId?: string
    /** The client called or came, so their safe-contact answers do not apply. Never read from a form. */
    startedByClient?: true
  }

export type RecordContactRefusal =
  | ContactRefusal
  | AllocateCaseRefusal
  | UnsafeContactRefusal
  | { kind: 'contact-not-possible' }

export interface ContactRecorded {
  contactId: string
  succeeded: boolean
  /** Whether it went against the client's safe-contact answers. */
  isUnsafe: boolean
}

/** Records a contact or an attempt. It needs a named case worker (R6): `takeCase` names the writer first. */
export function recordContact(
  asking: Asking,
  input: RecordContactInput,
): Promise<Result<ContactRecorded, RecordContactRefusal | AlreadyDone>> {
  return writeOnce(asking, 'record-contact', input, (tx) => recordContactIn(tx, asking, input))
}

/** Records a contact in the transaction of another use case, such as a report during which the client was reached. */
export async function recordContactIn(
  tx: Tx,
  asking: Asking,
  { caseId, channel, outcome, contactedAt: typedAt, note, takeCase, draftId, ...confirmation }: RecordContactInput,
): Promise<Result<ContactRecorded, RecordContactRefusal>> {
  const { actor, now } = asking
  const held = await lockCaseToChange(tx, actor, caseId)
  if (!held || !mayInsert(actor, 'contact', actor)) return refused({ kind: 'not-found' })
  if (held.contactability !== 'possible') return refused({ kind: 'contact-not-possible' })
  const taken = takeCase && held.caseWorkerId === null
  if (taken) {
    const allocated = await allocateIn(tx, asking, { caseId, staffId: actor.staffId })
    if (!allocated.ok) return allocated
  }
  const contactedAt = typedAt ?? now
  const worker = taken ? actor.staffId : held.caseWorkerId
  const decided = decideContact({ ...held, caseWorkerId: worker }, { contactedAt, outcome }, now)
  if (!decided.ok) return decided
  const safe = confirmation.startedByClient ? EMPTY_SAFE_CONTACT : await readSafeContact(tx, actor, caseId)
  const safety = checkContactSafety(safe, { channel, outcome }, confirmation)
  if (!safety.ok) return safety
  const contactId = randomUUID()
  const { succeeded } = decided.value
  await tx.insert(contact).values({
    agencyId: actor.agencyId,
    caseId,
    contactId,
    contactedAt,
    channel,
    succeeded,
    result: outcome,
    note,
    ...safety.value,
    staffId: actor.staffId,
    recordedAt: now,
  })
  await recordEvent(tx, asking, {
    kind: succeeded ? 'client-contacted' : 'contact-attempted',
    data: { contactId, contactedAt: contactedAt.toISOString(), channel, ...unsafeActOf(safety.value) },
    caseId,
    subjectId: contactId,
    happenedAt: contactedAt,
  })
  await endDraft(tx, asking, { form: 'record-contact', subject: caseId }, draftId)
  return done({ contactId, succeeded, isUnsafe: safety.value.unsafeAnswers.length > 0 })
}

/** Whether a contact goes against the client's answers: checked first, so that all errors appear at once. */
export function checkContact(
  { actor }: Pick<Asking, 'actor'>,
  caseId: string,
  { channel, outcome, ...confirmation }: Partial<z.output<typeof recordContactInput>>,
) {
  return asActor(actor, async (tx) =>
    channel && outcome
      ? unsafeContactErrors(await readSafeContact(tx, actor, caseId), { channel, outcome }, confirmation)
      : [],
  )
}
