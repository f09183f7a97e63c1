import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { decisionRequest } from '../../../db/schema/option.ts'
import { ifMay, permissionsOf } from '../../access/ability.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import { checkDecision, type MadeDecision, type MakeDecisionRefusal } from '../../domain/decisions/decision-request.ts'
import type { LoweredLevel } from '../../domain/decisions/lower-risk.ts'
import type { OptionUnwanted } from '../../domain/options/option.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import type { RiskChangeRefusal } from '../../domain/risk/risk-change.ts'
import { isOnePerson } from '../../facts/second-person.server.ts'
import { choiceOf, typedText } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { checkStillWanted } from './check-still-wanted.server.ts'

const MADE = { yes: true, no: true, asked_back: true } as const satisfies Record<MadeDecision, true>

export const makeDecisionInput = z.object({
  decision: choiceOf(MADE, 'Choose your decision'),
  note: typedText(1_000),
})

export type MakeDecisionInput = z.output<typeof makeDecisionInput> & { decisionId: string }

export type MakeDecisionRefused =
  | MakeDecisionRefusal
  | RiskChangeRefusal
  | OptionUnwanted
  | { kind: 'not-found' }
  | { kind: 'changed-since' }
  | { kind: 'risk-changed-since' }

/** Lowers the level of a case in the transaction of the decision. The page gives the use case of the risk check. */
export type LowerRisk = (
  tx: Tx,
  asking: Asking,
  decided: { caseId: string; to: LoweredLevel; note: string; requestedAt: Date },
) => Promise<Result<unknown, RiskChangeRefusal | { kind: 'not-found' | 'changed-since' | 'risk-changed-since' }>>

export interface DecisionMade {
  decisionId: string
  decision: MadeDecision
}

/** A manager other than the person who asked decides, once. Of two managers at the same moment, the first decides. */
export function makeDecision(
  asking: Asking,
  input: MakeDecisionInput,
  lowerRisk: LowerRisk,
): Promise<Result<DecisionMade, MakeDecisionRefused | AlreadyDone>> {
  return writeOnce(asking, 'make-decision', input, async (tx) => {
    const decided = await decideIn(tx, asking, input)
    if (!decided.ok) return decided
    const { row, made } = decided.value
    if (row.kind !== 'lower_risk' || made.decision !== 'yes') return done(made)
    // A refusal here undoes the decision too: a yes that changes nothing would mislead the person who asked.
    const { caseId, reason, scope, requestedAt } = row
    const lowered = await lowerRisk(tx, asking, {
      caseId,
      to: scope as LoweredLevel,
      note: input.note || reason,
      requestedAt,
    })
    return lowered.ok ? done(made) : lowered
  })
}

interface Decided {
  row: typeof decisionRequest.$inferSelect
  made: DecisionMade
}

async function decideIn(
  tx: Tx,
  asking: Asking,
  { decisionId, decision, note }: MakeDecisionInput,
): Promise<Result<Decided, MakeDecisionRefused>> {
  const { actor, now } = asking
  const which = and(eq(decisionRequest.agencyId, actor.agencyId), eq(decisionRequest.decisionId, decisionId))
  const [found] = await tx.select({ caseId: decisionRequest.caseId }).from(decisionRequest).where(which)
  // The case is locked first, so the row is read after any other decision on it.
  const held = found && (await lockCaseToChange(tx, actor, found.caseId))
  const [row] = held ? await tx.select().from(decisionRequest).where(which) : []
  if (!row || !ifMay(actor, 'select', 'decisionRequest', row)) return refused({ kind: 'not-found' })
  const decided = checkDecision(row, actor, { decision, note })
  if (!decided.ok) return decided
  if (!permissionsOf(actor).may('decide', 'decisionRequest', row)) return refused({ kind: 'not-a-manager' })
  const wanted = decision === 'yes' ? await checkStillWanted(tx, actor, row) : done(null)
  if (!wanted.ok) return wanted
  if (await isOnePerson(tx, row.requestedBy, actor.staffId, 'decision')) return refused({ kind: 'same-person' })
  await tx
    .update(decisionRequest)
    .set({ decision, decidedBy: actor.staffId, decidedAt: now, decisionNote: note })
    .where(and(which, eq(decisionRequest.decision, 'asked')))
  await recordEvent(tx, asking, {
    kind: 'decision-made',
    data: { decisionId, decisionKind: row.kind, decision },
    caseId: row.caseId,
    subjectId: decisionId,
  })
  return done({ row, made: { decisionId, decision } })
}
