import { and, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { actionPlan } from '../../../db/schema/action-plan.ts'
import { paperDelivery } from '../../../db/schema/document.ts'
import { ifMay } from '../../access/ability.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import { PAPER_ERROR_REASONS } from '../../domain/papers/paper-error.ts'
import type { Actor, Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { choiceOf } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

export const markPaperInErrorInput = z.object({
  reason: choiceOf(PAPER_ERROR_REASONS, 'Choose what was wrong'),
})

export type MarkPaperInErrorInput = z.output<typeof markPaperInErrorInput> & { caseId: string; deliveryId: string }

export type PaperErrorRefusal = { kind: 'not-found' } | { kind: 'already-in-error' }

/** Marks a paper as not given after all. Without another valid acknowledgement the clock of I4b runs again. */
export function markPaperInError(
  asking: Asking,
  input: MarkPaperInErrorInput,
): Promise<Result<null, PaperErrorRefusal | AlreadyDone>> {
  return writeOnce(asking, 'mark-paper-in-error', input, (tx) => markIn(tx, asking, input))
}

async function markIn(
  tx: Tx,
  asking: Asking,
  { caseId, deliveryId, reason }: MarkPaperInErrorInput,
): Promise<Result<null, PaperErrorRefusal>> {
  const { actor, now } = asking
  const held = await lockCaseToChange(tx, actor, caseId)
  const found = held ? await findDelivery(tx, actor, caseId, deliveryId) : null
  if (!found) return refused({ kind: 'not-found' })
  if (found.errorAt) return refused({ kind: 'already-in-error' })
  if (!ifMay(actor, 'update', 'paperDelivery', found)) return refused({ kind: 'not-found' })
  const { paper, planId } = found
  await tx
    .update(paperDelivery)
    .set({ errorAt: now, errorReason: reason })
    .where(and(eq(paperDelivery.agencyId, actor.agencyId), eq(paperDelivery.deliveryId, deliveryId)))
  const ofPlan = paper === 'acknowledgement' ? planId : null
  const othersAt = ofPlan ? await readOthers(tx, actor, { deliveryId, planId: ofPlan }) : []
  const replacedAt = ofPlan ? await readReplacedAt(tx, actor, ofPlan) : null
  await recordEvent(tx, asking, {
    kind: 'paper-entered-in-error',
    data: { deliveryId, paper, planId, othersAt, replacedAt, reason },
    caseId,
    subjectId: deliveryId,
  })
  return done(null)
}

async function findDelivery(tx: Tx, { agencyId }: Actor, caseId: string, deliveryId: string) {
  const [found] = await tx
    .select()
    .from(paperDelivery)
    .where(
      and(
        eq(paperDelivery.agencyId, agencyId),
        eq(paperDelivery.caseId, caseId),
        eq(paperDelivery.deliveryId, deliveryId),
      ),
    )
  return found
}

async function readReplacedAt(tx: Tx, { agencyId }: Actor, planId: string): Promise<string | null> {
  const [plan] = await tx
    .select({ supersededAt: actionPlan.supersededAt })
    .from(actionPlan)
    .where(and(eq(actionPlan.agencyId, agencyId), eq(actionPlan.planId, planId)))
  return plan?.supersededAt?.toISOString() ?? null
}

/** When the same plan was acknowledged otherwise. */
async function readOthers(tx: Tx, { agencyId }: Actor, not: { deliveryId: string; planId: string }): Promise<string[]> {
  const others = await tx
    .select({ givenAt: paperDelivery.givenAt })
    .from(paperDelivery)
    .where(
      and(
        eq(paperDelivery.agencyId, agencyId),
        eq(paperDelivery.planId, not.planId),
        eq(paperDelivery.paper, 'acknowledgement'),
        ne(paperDelivery.deliveryId, not.deliveryId),
        isNull(paperDelivery.errorAt),
      ),
    )
  return others.map(({ givenAt }) => givenAt.toISOString())
}
