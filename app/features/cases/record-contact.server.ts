import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { lockCase } from '../../../db/lock-case.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { contact } from '../../../db/schema/case-file.ts'
import type { Asking } from '../../domain/actor.ts'
import { type ContactRefusal, decideContact } from '../../domain/case.ts'
import { CONTACT_CHANNELS, CONTACT_OUTCOMES } from '../../domain/contact.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { typedInstantField } from '../../ui/date-fields.server.ts'
import { choiceOf, tickedBox, typedText } from '../../ui/form-fields.server.ts'
import { type AllocateCaseRefusal, allocateIn } from './allocate-case.server.ts'

export const contactFields = z.object({
  channel: choiceOf(CONTACT_CHANNELS, 'Choose how you tried to reach the client'),
  outcome: choiceOf(CONTACT_OUTCOMES, 'Choose what came of it'),
  contactedAt: typedInstantField('recorded'),
  note: typedText(2_000),
  takeCase: tickedBox(),
})

export type RecordContactInput = z.output<typeof contactFields> & { caseId: string }

export type RecordContactRefusal = ContactRefusal | AllocateCaseRefusal | { kind: 'contact-not-possible' }

/**
 * Writes a contact, or a try, into the log. Only a client who answered keeps R3 or R4. Nobody is contacted before
 * somebody is named for the case (R6): `takeCase` names the writer in the same step.
 */
export function recordContact(
  asking: Asking,
  input: RecordContactInput,
): Promise<Result<{ contactId: string; succeeded: boolean }, RecordContactRefusal | AlreadyDone>> {
  return writeOnce(asking, 'record-contact', input, (tx) => recordIn(tx, asking, input))
}

async function recordIn(
  tx: Tx,
  asking: Asking,
  { caseId, channel, outcome, contactedAt: typedAt, note, takeCase }: RecordContactInput,
): Promise<Result<{ contactId: string; succeeded: boolean }, RecordContactRefusal>> {
  const { actor, now } = asking
  const held = await lockCase(tx, actor, caseId)
  if (!held) return refused({ kind: 'not-found' })
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
    staffId: actor.staffId,
    recordedAt: now,
  })
  await recordEvent(tx, asking, {
    kind: succeeded ? 'client-contacted' : 'contact-attempted',
    data: { contactId, contactedAt: contactedAt.toISOString(), channel },
    caseId,
    subjectId: contactId,
    happenedAt: contactedAt,
  })
  return done({ contactId, succeeded })
}
