import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { decisionRequest } from '../../../db/schema/option.ts'
import { mayInsert } from '../../access/ability.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import {
  type AskDecisionRefusal,
  checkScope,
  DECISION_KINDS,
  type DecisionKind,
  decisionKindOf,
} from '../../domain/decisions/decision-request.ts'
import { checkLowerRisk, type LoweredLevel, type LowerRiskRefusal } from '../../domain/decisions/lower-risk.ts'
import { CLIENT_WISHES, type ClientWishRefusal, checkClientWish } from '../../domain/options/client-wish.ts'
import type { OptionUnwanted } from '../../domain/options/option.ts'
import type { Actor, Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { readRiskOfCase } from '../../facts/casework/risk-of-case.server.ts'
import { neededDayField } from '../../forms/date-fields.server.ts'
import { neededText, optionalChoiceOf, typedText } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { checkStillWanted } from './check-still-wanted.server.ts'

export const askDecisionInput = z.object({
  scope: typedText(20),
  reason: neededText(2_000, 'Write why this is needed'),
  wantedBy: neededDayField('planned', 'Enter the day by which you need the decision'),
  // Which kinds ask for the client's wish, only the kind in the address says.
  clientWish: optionalChoiceOf(CLIENT_WISHES),
  clientWishReason: typedText(500),
})

export type AskDecisionInput = z.output<typeof askDecisionInput> & { caseId: string; kind: string }

export type AskDecisionRefused =
  | AskDecisionRefusal
  | ClientWishRefusal
  | LowerRiskRefusal
  | OptionUnwanted
  | { kind: 'client-wish-missing' }
  | { kind: 'already-waiting' }
  | { kind: 'not-found' }
  | { kind: 'case-closed' }

export function isDecisionKind(kind: string): kind is DecisionKind {
  return Object.hasOwn(DECISION_KINDS, kind)
}

/** Errors that the schema cannot find, because only the kind says what is needed: shown together with its errors. */
export function askDecisionProblems(
  kind: string,
  { scope, clientWish, clientWishReason = '' }: Partial<z.output<typeof askDecisionInput>>,
): AskDecisionRefused[] {
  if (!isDecisionKind(kind)) return []
  const scoped = scope === undefined ? null : checkScope(kind, scope)
  const wished =
    decisionKindOf(kind).option && clientWish !== undefined ? wishOf({ clientWish, clientWishReason }) : null
  return [scoped, wished].flatMap((checked) => (checked && !checked.ok ? [checked.refusal] : []))
}

function wishOf({ clientWish, clientWishReason }: Pick<AskDecisionInput, 'clientWish' | 'clientWishReason'>) {
  if (clientWish === null) return refused({ kind: 'client-wish-missing' })
  return checkClientWish({ clientWish, clientWishReason })
}

/** Asks a manager to decide. The request itself changes nothing, and one case has one waiting request of a kind. */
export function askDecision(
  asking: Asking,
  input: AskDecisionInput,
): Promise<Result<{ decisionId: string }, AskDecisionRefused | AlreadyDone>> {
  return writeOnce(asking, 'ask-decision', input, (tx) => askIn(tx, asking, input))
}

async function askIn(
  tx: Tx,
  asking: Asking,
  { caseId, kind, scope, reason, wantedBy, ...asked }: AskDecisionInput,
): Promise<Result<{ decisionId: string }, AskDecisionRefused>> {
  const { actor, now } = asking
  const held = await lockCaseToChange(tx, actor, caseId)
  const row = { agencyId: actor.agencyId, requestedBy: actor.staffId, decision: 'asked' as const }
  const undecided = { decidedBy: null, carriedOutBy: null, carriedOutAt: null }
  if (!held || !isDecisionKind(kind) || !mayInsert(actor, 'decisionRequest', { ...row, ...undecided }))
    return refused({ kind: 'not-found' })
  if (held.stage === 'closed') return refused({ kind: 'case-closed' })
  const scoped = checkScope(kind, scope)
  if (!scoped.ok) return scoped
  const risk =
    kind === 'lower_risk' ? checkLowerRisk(await readRiskOfCase(tx, actor, caseId), scoped.value as LoweredLevel) : null
  if (risk && !risk.ok) return risk
  const wish = await checkWishes(tx, actor, { caseId, kind, ...asked })
  if (!wish.ok) return wish
  if (await isWaiting(tx, actor, { caseId, kind })) return refused({ kind: 'already-waiting' })
  const decisionId = randomUUID()
  const facts = { scope: scoped.value, reason, wantedBy, ...wish.value }
  await tx.insert(decisionRequest).values({ ...row, caseId, decisionId, kind, ...facts, requestedAt: now })
  await recordEvent(tx, asking, {
    kind: 'decision-asked',
    data: { decisionId, decisionKind: kind, scope: scoped.value, wantedBy },
    caseId,
    subjectId: decisionId,
  })
  return done({ decisionId })
}

type Wished = Pick<AskDecisionInput, 'caseId' | 'clientWish' | 'clientWishReason'> & { kind: DecisionKind }

/** An option is asked for only if the client wants it and was asked about this request (G8). */
async function checkWishes(tx: Tx, actor: Actor, { caseId, kind, clientWish, clientWishReason }: Wished) {
  if (decisionKindOf(kind).option === null) return done({ clientWish: null, clientWishReason: '' })
  const wish = wishOf({ clientWish, clientWishReason })
  if (!wish.ok) return wish
  const wanted = await checkStillWanted(tx, actor, { caseId, kind })
  return wanted.ok ? wish : wanted
}

/** Whether a request of this kind waits for a manager. The caller has locked the case, so no other request can follow. */
async function isWaiting(tx: Tx, { agencyId }: Actor, { caseId, kind }: { caseId: string; kind: DecisionKind }) {
  const ofCase = and(eq(decisionRequest.agencyId, agencyId), eq(decisionRequest.caseId, caseId))
  const waiting = await tx
    .select({ decisionId: decisionRequest.decisionId })
    .from(decisionRequest)
    .where(and(ofCase, eq(decisionRequest.kind, kind), eq(decisionRequest.decision, 'asked')))
  return waiting.length > 0
}
