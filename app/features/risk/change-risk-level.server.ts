import { randomUUID } from 'node:crypto'
import { and, count, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { riskLevelChange } from '../../../db/schema/risk.ts'
import { mayInsert } from '../../access/ability.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import type { Actor, Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import {
  type DecidedRiskChange,
  decideRiskChange,
  OWN_LOWER_REASONS,
  RAISE_RISK_REASONS,
  type RiskChangeGiven,
  type RiskChangeRefusal,
} from '../../domain/risk/risk-change.ts'
import { type AssessedLevel, compareLevels, RISK_BANDS } from '../../domain/risk/risk-level.ts'
import type { RiskOfCase } from '../../domain/risk/risk-of-case.ts'
import { readRiskOfCase } from '../../facts/casework/risk-of-case.server.ts'
import { choiceOf, neededText, optionalChoiceOf, typedText } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { keepLevel } from './keep-level.server.ts'
import { mayLowerRisk } from './may-lower-risk.server.ts'

export const changeRiskLevelInput = z.object({
  to: choiceOf(RISK_BANDS, 'Choose the new level'),
  raiseReason: optionalChoiceOf(RAISE_RISK_REASONS),
  lowerReason: optionalChoiceOf(OWN_LOWER_REASONS),
  note: neededText(2_000, 'Describe what you know'),
  /** The newest check or change of level when the page was opened. */
  seen: typedText(40),
})

export type ChangeRiskLevelInput = z.output<typeof changeRiskLevelInput> & { caseId: string }

export type ChangeRiskLevelRefusal = RiskChangeRefusal | { kind: 'not-found' } | { kind: 'changed-since' }

export interface RiskLevelChanged {
  changeId: string
  direction: 'raised' | 'lowered'
}

/** Raises the level of a case with a reason (anyone in the agency), or lowers it (a manager only). */
export function changeRiskLevel(
  asking: Asking,
  input: ChangeRiskLevelInput,
): Promise<Result<RiskLevelChanged, ChangeRiskLevelRefusal | AlreadyDone>> {
  return writeOnce(asking, 'change-risk-level', input, async (tx) => {
    const found = await lockRisk(tx, asking, input.caseId)
    if (!found.ok) return found
    if ((found.value?.seen ?? '') !== input.seen) return refused({ kind: 'changed-since' })
    return writeChange(tx, asking, found.value, input)
  })
}

/** Lowers the level as a manager agreed to a case worker's request, in the transaction of that decision. */
export async function lowerRiskAsDecided(
  tx: Tx,
  asking: Asking,
  decided: { caseId: string; to: AssessedLevel; note: string; requestedAt: Date },
): Promise<Result<RiskLevelChanged, ChangeRiskLevelRefusal | { kind: 'risk-changed-since' }>> {
  const found = await lockRisk(tx, asking, decided.caseId)
  if (!found.ok) return found
  // The level may have fallen since the request. A request to lower never raises.
  if (found.value && compareLevels(decided.to, found.value.level) >= 0) return refused({ kind: 'nothing-changes' })
  const { requestedAt, ...wanted } = decided
  const change = { ...wanted, raiseReason: null, lowerReason: 'asked_by_worker' } as const
  const standing = decideRiskChange(found.value, change, mayLowerRisk(asking.actor))
  if (!standing.ok) return standing
  // The request describes a level that was checked or changed since: the manager read reasons that are out of date.
  if (found.value && found.value.levelSince > requestedAt) return refused({ kind: 'risk-changed-since' })
  return writeChange(tx, asking, found.value, change)
}

async function lockRisk(
  tx: Tx,
  { actor }: Asking,
  caseId: string,
): Promise<Result<RiskOfCase | null, { kind: 'not-found' }>> {
  const held = await lockCaseToChange(tx, actor, caseId)
  return held ? done(await readRiskOfCase(tx, actor, caseId)) : refused({ kind: 'not-found' })
}

async function writeChange(
  tx: Tx,
  asking: Asking,
  risk: RiskOfCase | null,
  wanted: RiskChangeGiven & { caseId: string; note: string },
): Promise<Result<RiskLevelChanged, ChangeRiskLevelRefusal>> {
  const { actor, now } = asking
  const decided = decideRiskChange(risk, wanted, mayLowerRisk(actor))
  if (!decided.ok) return decided
  const { from, to, direction, reason } = decided.value
  const own = { agencyId: actor.agencyId, changedBy: actor.staffId, direction }
  if (!risk || !mayInsert(actor, 'riskLevelChange', own)) return refused({ kind: 'not-found' })
  const { checkId, warning: hasWarning } = risk
  const changeId = randomUUID()
  await tx.insert(riskLevelChange).values({
    ...own,
    ...{ changeId, checkId, hasWarning, reason },
    caseId: wanted.caseId,
    number: (await countChanges(tx, actor, checkId)) + 1,
    fromLevel: from,
    toLevel: to,
    note: wanted.note,
    changedAt: now,
  })
  await keepLevel(tx, actor, wanted.caseId, to)
  await recordEvent(tx, asking, {
    ...eventOf(decided.value, { checkId, changeId }),
    caseId: wanted.caseId,
    subjectId: changeId,
  })
  return done({ changeId, direction })
}

function eventOf({ direction, from, to, reason }: DecidedRiskChange, ids: { checkId: string; changeId: string }) {
  return direction === 'raised'
    ? { kind: 'risk-level-raised' as const, data: { ...ids, from, to, reason } }
    : { kind: 'risk-level-lowered' as const, data: { ...ids, from, to, reason } }
}

async function countChanges(tx: Tx, { agencyId }: Actor, checkId: string): Promise<number> {
  const [counted] = await tx
    .select({ changes: count() })
    .from(riskLevelChange)
    .where(and(eq(riskLevelChange.agencyId, agencyId), eq(riskLevelChange.checkId, checkId)))
  return counted?.changes ?? 0
}
