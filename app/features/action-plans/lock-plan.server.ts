import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { actionPlan } from '../../../db/schema/action-plan.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import type { PlanRow } from '../../facts/casework/plan-rows.server.ts'

export type LockPlanRefusal = { kind: 'not-found' } | { kind: 'case-closed' }

type LockedCase = NonNullable<Awaited<ReturnType<typeof lockCaseToChange>>>

export interface LockedPlan {
  held: LockedCase
  draft: PlanRow | null
  agreed: PlanRow | null
}

/** Locks the case, and reads its draft and its agreed version, which only change under this lock. */
export async function lockPlan(tx: Tx, actor: Actor, caseId: string): Promise<Result<LockedPlan, LockPlanRefusal>> {
  const held = await lockCaseToChange(tx, actor, caseId)
  if (!held) return refused({ kind: 'not-found' })
  if (held.stage !== 'open') return refused({ kind: 'case-closed' })
  const rows = await tx
    .select()
    .from(actionPlan)
    .where(and(eq(actionPlan.agencyId, actor.agencyId), eq(actionPlan.caseId, caseId), isNull(actionPlan.supersededAt)))
  const inState = (state: PlanRow['state']) => rows.find((row) => row.state === state) ?? null
  return done({ held, draft: inState('draft'), agreed: inState('agreed') })
}

/** What a form remembers of the plan it showed, so that a plan that changed since is not overwritten. */
export function seenOf(plan: Pick<PlanRow, 'planId' | 'revision'> | null | undefined): string {
  return plan ? `${plan.planId}.${plan.revision}` : ''
}
