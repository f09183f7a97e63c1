import { and, asc, eq, exists, type SQL } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { actionPlan, planAction } from '../../db/schema/action-plan.ts'
import { caseFile } from '../../db/schema/case-file.ts'
import type { Reading } from '../domain/partnership/actor.ts'
import { recordEvent } from './record-event.server.ts'

function openActionsOf(tx: Tx, { actor }: Reading, staffId: string, more?: SQL) {
  return tx
    .select({ caseId: planAction.caseId, planId: planAction.planId, actionId: planAction.actionId })
    .from(planAction)
    .innerJoin(
      actionPlan,
      and(
        eq(actionPlan.agencyId, planAction.agencyId),
        eq(actionPlan.planId, planAction.planId),
        eq(actionPlan.state, 'agreed'),
      ),
    )
    .where(
      and(eq(planAction.agencyId, actor.agencyId), eq(planAction.staffId, staffId), eq(planAction.state, 'open'), more),
    )
}

/** For a query of cases: those whose agreed plan has an open action of this person. */
export function hasActionsOf(tx: Tx, asking: Reading, staffId: string): SQL {
  return exists(openActionsOf(tx, asking, staffId, eq(planAction.caseId, caseFile.caseId)))
}

/**
 * Takes a leaver's name off the open actions of agreed plans: they fall to the case worker, and the plan shows an alert.
 * The caller has locked the cases. What was signed does not change.
 */
export async function returnActionsOfLeaver(tx: Tx, asking: Reading, staffId: string): Promise<void> {
  const held = await openActionsOf(tx, asking, staffId).orderBy(asc(planAction.caseId), asc(planAction.actionId))
  for (const { caseId, planId, actionId } of held) {
    await tx
      .update(planAction)
      .set({ staffId: null })
      .where(
        and(
          eq(planAction.agencyId, asking.actor.agencyId),
          eq(planAction.planId, planId),
          eq(planAction.actionId, actionId),
        ),
      )
    const data = { planId, actionId, change: 'leaver', staffId: null } as const
    await recordEvent(tx, asking, { kind: 'plan-action-changed', data, caseId, subjectId: actionId })
  }
}
