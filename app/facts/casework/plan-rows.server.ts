import { createHash } from 'node:crypto'
import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { actionPlan, planAction, planSignature } from '../../../db/schema/action-plan.ts'
import { staff } from '../../../db/schema/staff.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { canonicalPlan, type PlanContent, type SignedText } from '../../domain/plans/plan-content.ts'
import type { FollowedAction, PlanVersion } from '../../domain/plans/plan-of-case.ts'
import { isWorkerOf } from '../list-workers.server.ts'

type Reader = Pick<Actor, 'agencyId'>
export type PlanRow = typeof actionPlan.$inferSelect

/** The SHA-256, in hex, of exactly what is signed. */
function fingerprintOf(plan: SignedText): string {
  return createHash('sha256').update(canonicalPlan(plan)).digest('hex')
}

/** What a row of the table says. */
export function contentOf(row: PlanRow): PlanContent {
  const { actions, clientAnswer, contactEvery, contactUnit, contactChannel, contactBy, contactReason } = row
  const isAgreed = contactEvery !== null && contactUnit !== null && contactChannel !== null && contactBy !== null
  const contact = isAgreed
    ? { count: contactEvery, unit: contactUnit, channel: contactChannel, staffId: contactBy, reason: contactReason }
    : null
  return { actions, clientAnswer, contact, alternativeContactId: row.alternativeContactId }
}

export async function readPlanRows(tx: Tx, { agencyId }: Reader, which: SQL | undefined): Promise<PlanRow[]> {
  return tx
    .select()
    .from(actionPlan)
    .where(and(eq(actionPlan.agencyId, agencyId), which))
    .orderBy(asc(actionPlan.caseId), asc(actionPlan.version))
}

export function planVersionOf(row: PlanRow, signatures: readonly (typeof planSignature.$inferSelect)[]): PlanVersion {
  const { planId, caseId, version, state, revision, changedAt, agreedAt, agreedWay } = row
  const content = contentOf(row)
  return {
    planId,
    version,
    state,
    content,
    revision,
    changedAt,
    fingerprint: row.fingerprint ?? fingerprintOf({ caseId, version, ...content }),
    agreedAt,
    agreedWay,
    signatures: signatures
      .filter((signature) => signature.planId === planId)
      .map(({ party, way, fingerprint, signedAt }) => ({ party, way, fingerprint, signedAt })),
  }
}

export async function readSignatures(tx: Tx, { agencyId }: Reader, planIds: readonly string[]) {
  if (planIds.length === 0) return []
  return tx
    .select()
    .from(planSignature)
    .where(and(eq(planSignature.agencyId, agencyId), inArray(planSignature.planId, [...planIds])))
    .orderBy(asc(planSignature.recordedAt), asc(planSignature.signatureId))
}

/** How the actions of these versions are going, with the words that were signed, in the order of the plan. */
export async function readFollowedActions(
  tx: Tx,
  { agencyId }: Reader,
  plans: readonly PlanRow[],
): Promise<Map<string, FollowedAction[]>> {
  if (plans.length === 0) return new Map()
  const planIds = plans.map(({ planId }) => planId)
  const rows = await tx
    .select()
    .from(planAction)
    .where(and(eq(planAction.agencyId, agencyId), inArray(planAction.planId, planIds)))
  return new Map(plans.map((plan) => [plan.planId, followedOf(plan, rows)]))
}

function followedOf(plan: PlanRow, rows: readonly (typeof planAction.$inferSelect)[]): FollowedAction[] {
  return plan.actions.flatMap(({ actionId, what, why }) => {
    const row = rows.find((each) => each.planId === plan.planId && each.actionId === actionId)
    if (!row) return []
    const { owner, state, staffId, dueOn, doneOn, reason, revision } = row
    return [{ actionId, owner, state, staffId, dueOn, doneOn, reason, revision, what, why }]
  })
}

/** The people of the agency who can have work on a case now. */
export async function readActiveStaff(tx: Tx, { agencyId }: Reader) {
  return tx
    .select({ staffId: staff.staffId, name: staff.name })
    .from(staff)
    .where(isWorkerOf(agencyId))
    .orderBy(asc(staff.name), asc(staff.staffId))
}
