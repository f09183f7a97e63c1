import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { contact } from '../../../db/schema/case-file.ts'
import type { CaseworkFacts } from '../../domain/cases/case-gap.ts'
import { type ProgressStage, type StageEvent, stagesAfter } from '../../domain/cases/case-progress.ts'
import { missingFromClientPack } from '../../domain/papers/support-pack.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { PLAN_GAPS } from '../../domain/plans/plan-gaps.ts'
import type { PlanOfCase } from '../../domain/plans/plan-of-case.ts'
import type { RiskOfCase } from '../../domain/risk/risk-of-case.ts'
import type { ClockStatus } from '../../domain/standards/clock.ts'
import type { ClauseId } from '../../domain/standards/service-standard.ts'
import { type DecisionOfCase, readDecisionsOfCase } from './decisions-of-case.server.ts'
import { readInterviewsOfCase } from './interviews-of-case.server.ts'
import { type MeasureOfCase, readMeasuresOfCase } from './measures-of-case.server.ts'
import { answeredOptions, readOptionsOfCase } from './options-of-case.server.ts'
import { readPapersOfCase, readSupportPacksOfCase } from './papers-of-case.server.ts'
import { readPlanOfCase } from './plan-of-case.server.ts'
import { readRepairsOfCase } from './repairs-of-case.server.ts'
import { readRiskOfCase } from './risk-of-case.server.ts'

interface CaseInProgress {
  caseId: string
  stage: 'open' | 'closed'
  caseWorkerId: string | null
  alternativeContactId: string | null
  clocks: readonly { clause: ClauseId; status: ClockStatus }[]
}

/** How far a case is, from all parts of the work on it. */
export interface CaseProgress {
  reached: ProgressStage[]
  work: CaseworkFacts
  risk: RiskOfCase | null
  plan: PlanOfCase | null
  repairs: Awaited<ReturnType<typeof readRepairsOfCase>>
  interviews: Awaited<ReturnType<typeof readInterviewsOfCase>>
  measures: MeasureOfCase[]
  decisions: DecisionOfCase[]
}

/** Everything is sent at once, so a page waits for one round trip. */
export async function readCaseProgress(tx: Tx, actor: Actor, held: CaseInProgress): Promise<CaseProgress> {
  const { caseId } = held
  const [contacted, interviews, risk, options, measures, decisions, repairs, packs, plan, papers] = await Promise.all([
    readContacted(tx, actor, caseId),
    readInterviewsOfCase(tx, actor, caseId),
    readRiskOfCase(tx, actor, caseId),
    readOptionsOfCase(tx, actor, caseId),
    readMeasuresOfCase(tx, actor, caseId),
    readDecisionsOfCase(tx, actor, caseId),
    readRepairsOfCase(tx, actor, caseId),
    readSupportPacksOfCase(tx, actor, caseId),
    readPlanOfCase(tx, actor, caseId),
    readPapersOfCase(tx, actor, caseId),
  ])
  const arranged = interviews.find(({ state }) => state === 'arranged')
  const happened = {
    contacted,
    interviewHeld: interviews.some(({ state }) => state === 'held'),
    planAgreed: plan?.agreed != null,
  }
  const work: CaseworkFacts = {
    hasCaseWorker: held.caseWorkerId !== null,
    alternativeContact: held.alternativeContactId === null ? (happened.planAgreed ? 'left' : 'missing') : 'named',
    interview: arranged ? { ...arranged, openNeeds: arranged.openNeeds.length } : null,
    risk,
    unansweredOptions: options.length - answeredOptions(options).length,
    packMissing: missingFromClientPack(packs).length,
    plan: {
      draft: plan?.draft != null,
      missing: plan?.gaps.map((gap) => PLAN_GAPS[gap].label) ?? [],
      nextContactOn: plan?.nextContactDueOn ?? null,
    },
    acknowledged: plan?.agreed
      ? papers.some(({ paper, planId }) => paper === 'acknowledgement' && planId === plan.agreed?.planId)
      : null,
  }
  return { reached: reachedBy(held, happened), work, risk, plan, repairs, interviews, measures, decisions }
}

/** What still counts: a contact entered in error does not. */
function reachedBy(
  { stage, clocks }: CaseInProgress,
  { contacted, interviewHeld, planAgreed }: { contacted: boolean; interviewHeld: boolean; planAgreed: boolean },
): ProgressStage[] {
  const kept = (clause: ClauseId) =>
    clocks.some((clock) => clock.clause === clause && ['kept', 'kept-late'].includes(clock.status))
  const happened: Record<StageEvent, boolean> = {
    'report-received': true,
    'client-contacted': contacted,
    'interview-held': interviewHeld,
    'plan-agreed': planAgreed,
    'investigation-completed': kept('V6'),
    'case-closed': stage === 'closed',
    'after-care-contacted': kept('A1'),
  }
  return stagesAfter((Object.keys(happened) as StageEvent[]).filter((kind) => happened[kind]))
}

async function readContacted(tx: Tx, { agencyId }: Actor, caseId: string): Promise<boolean> {
  const [contacts] = await tx
    .select({ reached: sql<boolean>`coalesce(bool_or(${contact.succeeded}), false)` })
    .from(contact)
    .where(and(eq(contact.agencyId, agencyId), eq(contact.caseId, caseId), isNull(contact.errorAt)))
  return contacts?.reached ?? false
}
