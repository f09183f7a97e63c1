import type { Tx } from '../../../db/as-actor.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { sharedPlan } from '../../domain/plans/shared-plan.ts'
import { contentOf, type PlanRow, readFollowedActions } from './plan-rows.server.ts'

/** What of an agreed plan a referral could carry; a case without one costs no query. A draft is never shared. */
export async function readPlanToShare(tx: Tx, actor: Pick<Actor, 'agencyId'>, agreed: PlanRow | null | undefined) {
  if (!agreed) return null
  const followed = await readFollowedActions(tx, actor, [agreed])
  return sharedPlan(contentOf(agreed), followed.get(agreed.planId) ?? [])
}
