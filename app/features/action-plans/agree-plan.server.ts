import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { actionPlan, planAction } from '../../../db/schema/action-plan.ts'
import { caseFile } from '../../../db/schema/case-file.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { actionsWhenAgreed } from '../../domain/plans/plan-action.ts'
import type { PlanVersion } from '../../domain/plans/plan-of-case.ts'
import type { AgreementWay } from '../../domain/plans/plan-signature.ts'
import { type PlanRow, readFollowedActions } from '../../facts/casework/plan-rows.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import type { LockedPlan } from './lock-plan.server.ts'

interface PlanToAgree {
  held: LockedPlan['held']
  plan: PlanVersion
  /** The version that was agreed until now. */
  replaced: PlanRow | null
  agreement: { agreedAt: Date; way: AgreementWay }
}

/**
 * Makes a signed draft the agreed version, in the transaction of its second signature. The version before it ends, its
 * actions continue in the new one, and the alternative contact becomes the one of the case (I6).
 */
export async function agreePlan(
  tx: Tx,
  asking: Asking,
  { held, plan, replaced, agreement }: PlanToAgree,
): Promise<void> {
  const { caseId } = held
  const { planId, version, fingerprint } = plan
  const before = replaced ? ((await readFollowedActions(tx, asking.actor, [replaced])).get(replaced.planId) ?? []) : []
  if (replaced) await setPlan(tx, asking, replaced.planId, { state: 'superseded', supersededAt: asking.now })
  const { agreedAt, way } = agreement
  await setPlan(tx, asking, planId, { state: 'agreed', fingerprint, agreedAt, agreedWay: way })
  await insertActions(tx, asking, { caseId, planId }, actionsWhenAgreed(plan.content.actions, before))
  await nameAlternative(tx, asking, held, plan.content.alternativeContactId)
  const about = { caseId, subjectId: planId, happenedAt: agreedAt }
  const data = { planId, agreedAt: agreedAt.toISOString(), version, fingerprint, way }
  const replaces = replaced && { replaces: replaced.planId }
  await recordEvent(tx, asking, { kind: 'plan-agreed', data: { ...data, ...replaces }, ...about })
  const { contact } = plan.content
  if (!contact) return
  const { count, unit, channel, staffId } = contact
  await recordEvent(tx, asking, { kind: 'contact-agreed', data: { planId, count, unit, channel, staffId }, ...about })
}

async function setPlan(tx: Tx, { actor }: Asking, planId: string, set: Partial<PlanRow>) {
  await tx
    .update(actionPlan)
    .set(set)
    .where(and(eq(actionPlan.agencyId, actor.agencyId), eq(actionPlan.planId, planId)))
}

async function insertActions(
  tx: Tx,
  { actor }: Asking,
  ofPlan: { caseId: string; planId: string },
  actions: ReturnType<typeof actionsWhenAgreed>,
) {
  const rows = actions.map(({ actionId, owner, state, staffId, dueOn, doneOn, reason }) => ({
    ...{ agencyId: actor.agencyId, ...ofPlan },
    ...{ actionId, owner, state, staffId, dueOn, doneOn, reason },
  }))
  await tx.insert(planAction).values(rows)
}

async function nameAlternative(tx: Tx, asking: Asking, held: LockedPlan['held'], staffId: string | null) {
  if (staffId === null || staffId === held.alternativeContactId) return
  const { caseId } = held
  await tx
    .update(caseFile)
    .set({ alternativeContactId: staffId, version: asking.now })
    .where(and(eq(caseFile.agencyId, asking.actor.agencyId), eq(caseFile.caseId, caseId)))
  await recordEvent(tx, asking, { kind: 'alternative-contact-named', data: { staffId }, caseId, subjectId: staffId })
}
