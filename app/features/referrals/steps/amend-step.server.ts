import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNotNull, ne } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { readCalendar } from '../../../../db/read-calendar.ts'
import { referral, referralStep } from '../../../../db/schema/referral.ts'
import { ifMay } from '../../../access/ability.ts'
import { ownName } from '../../../access/own-name.server.ts'
import type { UnsafeContactRefusal } from '../../../domain/cases/unsafe-contact.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { type MoveId, REFERRAL_STATES, type ReferralState } from '../../../domain/referrals/referral.ts'
import { type AmendRefusal, decideAmendment } from '../../../domain/referrals/referral-amendment.ts'
import { dueAfterMove, mayPromise, promptDueAt } from '../../../domain/referrals/referral-due.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { isAlternative } from '../inbox/decline-referral.server.ts'
import { afterAllSteps } from '../moves/insert-step.server.ts'
import type { AmendStepInput } from './amend-step-input.server.ts'
import { checkStepContact } from './check-step-contact.server.ts'

export type AmendStepRefusal =
  | AmendRefusal
  | UnsafeContactRefusal
  | { kind: 'not-found' }
  | { kind: 'next-try-not-soon' }

/** States set by the recipient's own last step, whose answers are repeated on the referral. */
const SAYS_HOW_IT_ENDED: readonly ReferralState[] = ['declined', 'closed', 'rerouted']

type Row = typeof referral.$inferSelect
type Step = typeof referralStep.$inferSelect

/**
 * Marks one of our own steps as entered in error and adds the correct one. Nothing is deleted: both agencies see
 * both. The referral keeps its state; only the fields copied from the step change.
 */
export async function amendStep(
  asking: Asking,
  input: AmendStepInput,
): Promise<Result<{ stepId: string | null }, AmendStepRefusal | AlreadyDone>> {
  return writeOnce<{ stepId: string | null }, AmendStepRefusal>(asking, 'amend-step', input, async (tx) => {
    const found = await lockStep(tx, asking, input)
    if (!found) return refused({ kind: 'not-found' })
    if (!input.neverHappened && !mayPromise(input.nextTryOn, asking.now)) return refused({ kind: 'next-try-not-soon' })
    const { row, step } = found
    const suggestion = await alternativeOf(tx, asking, input)
    const decided = decideAmendment({ ...step, move: step.move as MoveId }, { ...input, suggestion })
    if (!decided.ok) return decided
    const act = await checkStepContact(tx, asking, step, input)
    if (!act.ok) return act
    await tx
      .update(referralStep)
      .set({ errorAt: asking.now, errorReason: input.errorReason })
      .where(eq(referralStep.stepId, step.stepId))
    const newest = await isNewest(tx, step)
    const stepId = input.neverHappened ? null : await writeReplacement(tx, asking, { ...step, ...act.value }, input)
    if (newest) await updateReferral(tx, asking, row, step, input)
    const { referralId, version } = row
    const data = { referralId, side: 'recipient' as const, version }
    await recordEvent(tx, asking, { kind: 'referral-amended', subjectId: referralId, data })
    return done({ stepId })
  })
}

/** Locks the referral first, as every move does, so that an amendment and a move follow one another. */
async function lockStep(tx: Tx, { actor }: Asking, { referralId, stepId }: AmendStepInput) {
  const ours = and(
    eq(referral.referralId, referralId),
    eq(referral.toAgencyId, actor.agencyId),
    isNotNull(referral.sentAt),
  )
  const [row] = await tx.select().from(referral).where(ours).for('update')
  const [step] = await tx
    .select()
    .from(referralStep)
    .where(
      and(
        eq(referralStep.referralId, referralId),
        eq(referralStep.stepId, stepId),
        eq(referralStep.byAgencyId, actor.agencyId),
      ),
    )
  if (!row || !step) return undefined
  const mayAmend = ifMay(actor, 'update', 'referral', row) && ifMay(actor, 'update', 'referralStep', step)
  return mayAmend && { row, step }
}

async function alternativeOf(tx: Tx, asking: Asking, { referralId, suggestedAgencyId }: AmendStepInput) {
  if (!suggestedAgencyId) return ''
  return (await isAlternative(tx, asking, referralId, suggestedAgencyId)) ? suggestedAgencyId : ''
}

async function writeReplacement(tx: Tx, asking: Asking, step: Step, input: AmendStepInput): Promise<string> {
  const stepId = randomUUID()
  await tx.insert(referralStep).values({
    ...step,
    stepId,
    reason: input.reason,
    message: input.message,
    nextTryOn: input.nextTryOn ?? '',
    byName: await ownName(tx, asking.actor),
    recordedAt: afterAllSteps(step, asking.now),
    errorAt: null,
    errorReason: '',
    replacesStepId: step.stepId,
  })
  return stepId
}

/** Whether this is the agency's newest step. Closing after the outcome does not count. */
async function isNewest(tx: Tx, step: Step): Promise<boolean> {
  const [newest] = await tx
    .select({ stepId: referralStep.stepId })
    .from(referralStep)
    .where(
      and(
        eq(referralStep.referralId, step.referralId),
        eq(referralStep.byAgencyId, step.byAgencyId),
        ne(referralStep.move, 'close'),
      ),
    )
    .orderBy(desc(referralStep.recordedAt))
    .limit(1)
  return newest?.stepId === step.stepId
}

/** Updates the fields that lists and the tracker show. */
async function updateReferral(tx: Tx, asking: Asking, row: Row, step: Step, input: AmendStepInput): Promise<void> {
  const set = await columnsOf(tx, asking, row, step.move as MoveId, input)
  if (set) await tx.update(referral).set(set).where(eq(referral.referralId, row.referralId))
}

async function columnsOf(
  tx: Tx,
  { now }: Asking,
  row: Row,
  move: MoveId,
  { reason, suggestedAgencyId, nextTryOn, neverHappened }: AmendStepInput,
): Promise<Partial<Row> | null> {
  const isOver = REFERRAL_STATES[row.state].lane === 'finished'
  // If another event ended the referral later, its own reason stays.
  if (isOver && !SAYS_HOW_IT_ENDED.includes(row.state)) return null
  if (move === 'record_outcome') return { outcome: reason, newsAt: now }
  if (move === 'decline') return { reason, suggestedAgencyId, newsAt: now }
  if (move === 'ask_for_more') return null
  if (isOver) return null
  const calendar = await readCalendar(tx)
  if (neverHappened) return { dueAt: promptDueAt('first_attempt', now, calendar) }
  return { dueAt: dueAfterMove(move, { dueAt: row.dueAt, movedAt: now, nextTryOn }, calendar) }
}
