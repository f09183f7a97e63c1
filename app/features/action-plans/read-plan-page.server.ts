import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { readCalendar } from '../../../db/read-calendar.ts'
import { actionPlan } from '../../../db/schema/action-plan.ts'
import { clock } from '../../../db/schema/timeline.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { PLAN_ALERTS, type PlanAlert } from '../../domain/plans/plan-alerts.ts'
import { PLAN_STATES } from '../../domain/plans/plan-content.ts'
import { PLAN_GAPS } from '../../domain/plans/plan-gaps.ts'
import type { PlanOfCase } from '../../domain/plans/plan-of-case.ts'
import { PLAN_PARTIES } from '../../domain/plans/plan-signature.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { lastWorkingDayBy } from '../../domain/time/working-day.ts'
import { readPlanOfCase } from '../../facts/casework/plan-of-case.server.ts'
import { href } from '../../href.ts'
import { readShownPlan } from './read-shown-plan.server.ts'
import { stepToSign } from './step-to-sign.ts'

/** The page of a case's plan: the version in force, what is next, and all versions. */
export async function readPlanPage(tx: Tx, reading: Reading, caseId: string) {
  const plan = await readPlanOfCase(tx, reading.actor, caseId)
  const shown = plan?.agreed ?? plan?.draft
  const [version, versions, acknowledgement] = await Promise.all([
    shown ? readShownPlan(tx, reading, caseId, { planId: shown.planId, followed: plan?.actions ?? [] }) : null,
    readVersions(tx, reading, caseId),
    plan?.agreed ? readAcknowledgement(tx, reading, caseId, plan.agreed.planId) : null,
  ])
  return {
    version,
    isDraft: plan !== null && plan.agreed === null,
    /** A newer version than the one shown, not agreed yet. */
    draft: plan?.agreed && plan.draft ? { planId: plan.draft.planId, version: plan.draft.version } : null,
    gaps: plan?.gaps.map((gap) => PLAN_GAPS[gap].label) ?? [],
    signedBy: plan?.signedBy.map((party) => PLAN_PARTIES[party].label) ?? [],
    next: nextStepOfPlan(caseId, plan) ?? (acknowledgement && giveAcknowledgement(caseId)),
    acknowledgement,
    nextContact: nextContactOf(plan, reading.now),
    alerts: plan?.alerts.map((alert) => shownAlert(caseId, alert)) ?? [],
    versions,
  }
}

function nextStepOfPlan(caseId: string, plan: PlanOfCase | null) {
  if (!plan) return { label: 'Write the action plan', href: href('/cases/:caseId/plan/edit', { caseId }) }
  if (!plan.draft) return null
  if (plan.gaps.length > 0) return stepToSign(caseId, plan.gaps)
  return { label: 'Sign the action plan', href: href('/cases/:caseId/plan/sign', { caseId }) }
}

function giveAcknowledgement(caseId: string) {
  const paper = 'acknowledgement'
  return { label: 'Give the acknowledgement', href: href('/cases/:caseId/papers/:paper/give', { caseId, paper }) }
}

function nextContactOf(plan: PlanOfCase | null, now: Date) {
  const dueOn = plan?.nextContactDueOn
  if (!dueOn) return null
  const today = londonDayOf(now)
  return { dueOn, isOverdue: dueOn < today, isToday: dueOn === today }
}

const PAGE_OF_ALERT = {
  alternative_contact_missing: (caseId: string) => href('/cases/:caseId/alternative-contact', { caseId }),
  contact_person_left: (caseId: string) => href('/cases/:caseId/plan/edit', { caseId }),
  actions_without_worker: () => '',
} as const satisfies Record<PlanAlert, (caseId: string) => string>

function shownAlert(caseId: string, alert: PlanAlert) {
  return { alert, label: PLAN_ALERTS[alert].label, href: PAGE_OF_ALERT[alert](caseId) }
}

/** Every version with its fingerprint, the newest first. */
async function readVersions(tx: Tx, { actor }: Reading, caseId: string) {
  const rows = await tx
    .select({
      planId: actionPlan.planId,
      version: actionPlan.version,
      state: actionPlan.state,
      agreedAt: actionPlan.agreedAt,
      fingerprint: actionPlan.fingerprint,
    })
    .from(actionPlan)
    .where(and(eq(actionPlan.agencyId, actor.agencyId), eq(actionPlan.caseId, caseId)))
    .orderBy(desc(actionPlan.version))
  return rows.map(({ state, ...row }) => ({ ...row, stateLabel: PLAN_STATES[state].label }))
}

/** By when the client gets the acknowledgement (I4b), and the last working day before that. Null once it was sent. */
async function readAcknowledgement(tx: Tx, { actor, now }: Reading, caseId: string, planId: string) {
  const [running] = await tx
    .select({ dueAt: clock.dueAt })
    .from(clock)
    .where(
      and(
        eq(clock.agencyId, actor.agencyId),
        eq(clock.caseId, caseId),
        eq(clock.clause, 'I4b'),
        eq(clock.subjectId, planId),
        eq(clock.state, 'running'),
      ),
    )
  if (!running) return null
  const dueOn = londonDayOf(running.dueAt)
  return { dueOn, sendBy: lastWorkingDayBy(dueOn, await readCalendar(tx)), isOverdue: running.dueAt < now }
}
