import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { riskCheck, riskLevelChange } from '../../../db/schema/risk.ts'
import { staff } from '../../../db/schema/staff.ts'
import { INTERVIEW_PLACES } from '../../domain/interview/interview-place.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { LOWER_RISK_REASONS, RAISE_RISK_REASONS } from '../../domain/risk/risk-change.ts'
import { COMPLETED_WITH, INTERPRETER_USES } from '../../domain/risk/risk-check.ts'
import { type AssessedLevel, RISK_LEVELS } from '../../domain/risk/risk-level.ts'
import { askedWords, findAnswer, NOT_SAID_LABEL, RISK_QUESTION_IDS } from '../../domain/risk/risk-question.ts'
import { reasonsOfLevel } from '../../domain/risk/risk-reasons.ts'

type CheckRow = typeof riskCheck.$inferSelect
type ChangeRow = typeof riskLevelChange.$inferSelect

/** A check or a change of level as the page shows it. Words are written on the server, so no browser loads the questions. */
export interface RiskHistoryEntry {
  entryId: string
  title: string
  at: Date
  by: string
  /** The level from then on, and whether a person raised it. */
  level: AssessedLevel
  isRaised: boolean
  lines: string[]
  /** What a person wrote. */
  note: string
  answers: { question: string; answer: string }[]
}

/** All checks and changes of a case, the newest first. */
export async function readRiskHistory(tx: Tx, actor: Actor, caseId: string): Promise<RiskHistoryEntry[]> {
  const [checks, changes] = await Promise.all([readChecks(tx, actor, caseId), readChanges(tx, actor, caseId)])
  const entries = [...checks.map(checkEntry), ...changes.map(changeEntry)]
  return entries.toSorted((first, second) => second.at.getTime() - first.at.getTime())
}

function readChecks(tx: Tx, { agencyId }: Actor, caseId: string) {
  return tx
    .select({ check: riskCheck, by: staff.name })
    .from(riskCheck)
    .innerJoin(staff, and(eq(staff.agencyId, riskCheck.agencyId), eq(staff.staffId, riskCheck.checkedBy)))
    .where(and(eq(riskCheck.agencyId, agencyId), eq(riskCheck.caseId, caseId)))
    .orderBy(desc(riskCheck.number))
}

function readChanges(tx: Tx, { agencyId }: Actor, caseId: string) {
  return tx
    .select({ change: riskLevelChange, by: staff.name })
    .from(riskLevelChange)
    .innerJoin(staff, and(eq(staff.agencyId, riskLevelChange.agencyId), eq(staff.staffId, riskLevelChange.changedBy)))
    .where(and(eq(riskLevelChange.agencyId, agencyId), eq(riskLevelChange.caseId, caseId)))
    .orderBy(desc(riskLevelChange.changedAt), desc(riskLevelChange.number))
}

function checkEntry({ check, by }: { check: CheckRow; by: string }): RiskHistoryEntry {
  const { checkId, level, provisional, completedWith, checkedAt, judgementReason } = check
  const isDeclined = completedWith === 'client_declined'
  return {
    entryId: checkId,
    title: `Risk check: ${RISK_LEVELS[level].label}${provisional ? ' (provisional)' : ''}`,
    at: checkedAt,
    by,
    level,
    isRaised: false,
    lines: [
      `${COMPLETED_WITH[completedWith].label}. ${INTERVIEW_PLACES[check.place].label}. ${INTERPRETER_USES[check.interpreter].label}.`,
      ...reasonsOfCheck(check),
    ],
    note: judgementReason,
    answers: isDeclined
      ? []
      : RISK_QUESTION_IDS.map((question) => ({
          question: askedWords(question),
          answer: findAnswer(check.answers, question)?.label ?? NOT_SAID_LABEL,
        })),
  }
}

function reasonsOfCheck(check: CheckRow): string[] {
  const { score, level, warnings, completedWith, provisional, answers } = check
  return reasonsOfLevel({
    ...{ score, warnings, provisional },
    computedLevel: level,
    declined: completedWith === 'client_declined',
    notAnswered: RISK_QUESTION_IDS.filter((question) => !findAnswer(answers, question)).length,
  })
}

function changeEntry({ change, by }: { change: ChangeRow; by: string }): RiskHistoryEntry {
  const { changeId, direction, fromLevel, toLevel, reason, note, changedAt } = change
  const reasons: Readonly<Record<string, { label: string }>> = { ...RAISE_RISK_REASONS, ...LOWER_RISK_REASONS }
  return {
    entryId: changeId,
    title: `Level ${direction}: ${RISK_LEVELS[fromLevel].label} to ${RISK_LEVELS[toLevel].label}`,
    at: changedAt,
    by,
    level: toLevel,
    isRaised: direction === 'raised',
    lines: [`${reasons[reason]?.label ?? reason}.`],
    note,
    answers: [],
  }
}
