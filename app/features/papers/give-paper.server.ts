import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { paperDelivery } from '../../../db/schema/document.ts'
import { mayInsert } from '../../access/ability.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import { unsafeActOf } from '../../domain/cases/unsafe-contact.ts'
import { type DocumentKind, isOfPlan } from '../../domain/papers/document-kind.ts'
import { checkGivenAt, decideGiving, type GivenAtRefusal, type GivingRefusal } from '../../domain/papers/giving.ts'
import { PAPER_RECIPIENTS } from '../../domain/papers/paper-way.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { readPlanOfCase } from '../../facts/casework/plan-of-case.server.ts'
import { choiceOf, typedText } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { findDocument } from './find-document.server.ts'
import { givingEntries } from './giving-entries.server.ts'
import { readReader } from './read-reader.server.ts'

export const givePaperInput = z.object({
  ...givingEntries,
  recipient: choiceOf(PAPER_RECIPIENTS, 'Choose who got it').default('client'),
  recipientName: typedText(200),
})

export type GivePaperInput = z.output<typeof givePaperInput> & { caseId: string; paper: DocumentKind }

export type GivePaperRefusal =
  | GivingRefusal
  | GivenAtRefusal
  | { kind: 'not-found' }
  | { kind: 'plan-not-agreed' }
  | { kind: 'not-made' }

export interface PaperGiven {
  deliveryId: string
  /** Whether it went against the client's safe-contact answers. */
  isUnsafe: boolean
}

/** Records that a paper was given. For the acknowledgement of the agreed plan this keeps I4b. */
export function givePaper(
  asking: Asking,
  input: GivePaperInput,
): Promise<Result<PaperGiven, GivePaperRefusal | AlreadyDone>> {
  return writeOnce(asking, 'give-paper', input, (tx) => givePaperIn(tx, asking, input))
}

async function givePaperIn(
  tx: Tx,
  asking: Asking,
  { caseId, paper, givenAt: typedAt, ...giving }: GivePaperInput,
): Promise<Result<PaperGiven, GivePaperRefusal>> {
  const { actor, now } = asking
  const held = await lockCaseToChange(tx, actor, caseId)
  const ownRow = { agencyId: actor.agencyId, givenBy: actor.staffId, errorAt: null }
  if (!held || !mayInsert(actor, 'paperDelivery', ownRow)) return refused({ kind: 'not-found' })
  const plan = isOfPlan(paper) ? (await readPlanOfCase(tx, actor, caseId))?.agreed : undefined
  if (isOfPlan(paper) && !plan) return refused({ kind: 'plan-not-agreed' })
  const planId = plan?.planId ?? null
  const { format, language, recipient, way, notAtHome } = giving
  const allowed = decideGiving(paper, giving, await readReader(tx, actor, held.clientId))
  if (!allowed.ok) return allowed
  const made = await findDocument(tx, actor, { caseId, kind: paper, format, language, planId })
  // A transcription to Braille may be made elsewhere; any other format is made here.
  if (!made && format !== 'braille') return refused({ kind: 'not-made' })
  const given = checkGivenAt(typedAt ?? now, { madeAt: made?.madeAt ?? null, agreedAt: plan?.agreedAt ?? null, now })
  if (!given.ok) return given
  const delivery = {
    deliveryId: randomUUID(),
    documentId: made?.documentId ?? null,
    paper,
    recipient,
    way,
    format,
    language,
  }
  await tx.insert(paperDelivery).values({
    ...ownRow,
    caseId,
    planId,
    ...delivery,
    ...allowed.value,
    notAtHome,
    givenAt: given.value,
    recordedAt: now,
  })
  const givenAt = given.value.toISOString()
  const data = { ...delivery, givenAt, ...unsafeActOf(allowed.value) }
  const about = { caseId, subjectId: delivery.deliveryId }
  if (paper === 'acknowledgement' && planId)
    await recordEvent(tx, asking, { kind: 'plan-acknowledged', data: { ...data, planId, sentAt: givenAt }, ...about })
  else await recordEvent(tx, asking, { kind: 'paper-given', data, ...about })
  return done({ deliveryId: delivery.deliveryId, isUnsafe: allowed.value.unsafeAnswers.length > 0 })
}
