import { randomUUID } from 'node:crypto'
import { and, count, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { riskCheck } from '../../../db/schema/risk.ts'
import { mayInsert } from '../../access/ability.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import type { Actor, Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { decideRiskCheck, type RiskCheckRefusal } from '../../domain/risk/risk-check.ts'
import type { AssessedLevel } from '../../domain/risk/risk-level.ts'
import { RISK_CHECK_VERSION } from '../../domain/risk/risk-question.ts'
import { readRiskOfCase } from '../../facts/casework/risk-of-case.server.ts'
import { endDraft } from '../../facts/drafts.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { keepLevel } from './keep-level.server.ts'
import { mayLowerRisk } from './may-lower-risk.server.ts'
import { answersOf, type RiskCheckInput } from './risk-check-entries.server.ts'

export type CheckRiskRefusal =
  | RiskCheckRefusal
  | { kind: 'not-found' }
  | { kind: 'contact-not-possible' }
  | { kind: 'changed-since' }

export interface RiskChecked {
  checkId: string
  level: AssessedLevel
}

/** Records a risk check (G4). It is never changed: it replaces the check before as the newest. */
export function checkRisk(
  asking: Asking,
  input: RiskCheckInput,
): Promise<Result<RiskChecked, CheckRiskRefusal | AlreadyDone>> {
  return writeOnce(asking, 'check-risk', input, (tx) => checkRiskIn(tx, asking, input))
}

async function checkRiskIn(
  tx: Tx,
  asking: Asking,
  input: RiskCheckInput,
): Promise<Result<RiskChecked, CheckRiskRefusal>> {
  const { actor, now } = asking
  const { caseId, completedWith, judgedLevel, judgementReason, place, interpreter } = input
  const held = await lockCaseToChange(tx, actor, caseId)
  const own = { agencyId: actor.agencyId, checkedBy: actor.staffId }
  if (!held || !mayInsert(actor, 'riskCheck', own)) return refused({ kind: 'not-found' })
  if (held.contactability !== 'possible') return refused({ kind: 'contact-not-possible' })
  const before = await readRiskOfCase(tx, actor, caseId)
  if ((before?.seen ?? '') !== input.seen) return refused({ kind: 'changed-since' })
  const answers = answersOf(input)
  const decided = decideRiskCheck({ completedWith, answers, judgedLevel, judgementReason }, before, mayLowerRisk(actor))
  if (!decided.ok) return decided
  const { score, level, provisional, warnings } = decided.value
  const checkId = randomUUID()
  await tx.insert(riskCheck).values({
    ...own,
    checkId,
    caseId,
    number: (await countChecks(tx, actor, caseId)) + 1,
    version: RISK_CHECK_VERSION,
    completedWith,
    answers,
    ...{ score, level, provisional, warnings },
    judgementReason: decided.value.judgementReason,
    place,
    interpreter,
    checkedAt: now,
  })
  await keepLevel(tx, actor, caseId, level)
  await recordEvent(tx, asking, {
    kind: 'risk-checked',
    data: { checkId, level, provisional, completedWith, warnings },
    caseId,
    subjectId: checkId,
  })
  await endDraft(tx, asking, { form: 'risk-check', subject: caseId }, input.draftId)
  return done({ checkId, level })
}

async function countChecks(tx: Tx, { agencyId }: Actor, caseId: string): Promise<number> {
  const [counted] = await tx
    .select({ checks: count() })
    .from(riskCheck)
    .where(and(eq(riskCheck.agencyId, agencyId), eq(riskCheck.caseId, caseId)))
  return counted?.checks ?? 0
}
