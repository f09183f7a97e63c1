import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { decisionRequest } from '../../../db/schema/option.ts'
import { ifMay, mayInsert } from '../../access/ability.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import { type AnswerBackRefusal, checkAnswerBack } from '../../domain/decisions/decision-request.ts'
import type { OptionUnwanted } from '../../domain/options/option.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { neededDayField } from '../../forms/date-fields.server.ts'
import { neededText } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { checkStillWanted } from './check-still-wanted.server.ts'

export const answerQuestionInput = z.object({
  answer: neededText(2_000, 'Answer the manager’s question'),
  wantedBy: neededDayField('planned', 'Enter the day by which you need the decision'),
})

export type AnswerQuestionInput = z.output<typeof answerQuestionInput> & { decisionId: string }

export type AnswerQuestionRefusal =
  | AnswerBackRefusal
  | OptionUnwanted
  | { kind: 'already-answered' }
  | { kind: 'already-waiting' }
  | { kind: 'not-found' }

/** The person who asked answers the manager's question. The answer is a new request, which any manager may decide. */
export function answerQuestion(
  asking: Asking,
  input: AnswerQuestionInput,
): Promise<Result<{ decisionId: string }, AnswerQuestionRefusal | AlreadyDone>> {
  return writeOnce(asking, 'answer-question', input, (tx) => answerIn(tx, asking, input))
}

async function answerIn(
  tx: Tx,
  asking: Asking,
  { decisionId: previousId, answer, wantedBy }: AnswerQuestionInput,
): Promise<Result<{ decisionId: string }, AnswerQuestionRefusal>> {
  const { actor, now } = asking
  const ours = eq(decisionRequest.agencyId, actor.agencyId)
  const [row] = await tx
    .select()
    .from(decisionRequest)
    .where(and(ours, eq(decisionRequest.decisionId, previousId)))
  const again = { agencyId: actor.agencyId, requestedBy: actor.staffId, decision: 'asked' as const }
  const undecided = { decidedBy: null, carriedOutBy: null, carriedOutAt: null }
  if (
    !ifMay(actor, 'select', 'decisionRequest', row) ||
    !mayInsert(actor, 'decisionRequest', { ...again, ...undecided })
  )
    return refused({ kind: 'not-found' })
  const held = row && (await lockCaseToChange(tx, actor, row.caseId))
  if (!held) return refused({ kind: 'not-found' })
  const may = checkAnswerBack(row, actor)
  if (!may.ok) return may
  const { caseId, kind, scope, clientWish, clientWishReason } = row
  const ofCase = await tx
    .select({ previousId: decisionRequest.previousId, kind: decisionRequest.kind, decision: decisionRequest.decision })
    .from(decisionRequest)
    .where(and(ours, eq(decisionRequest.caseId, caseId)))
  if (ofCase.some((one) => one.previousId === previousId)) return refused({ kind: 'already-answered' })
  if (ofCase.some((one) => one.kind === kind && one.decision === 'asked')) return refused({ kind: 'already-waiting' })
  const wanted = await checkStillWanted(tx, actor, row)
  if (!wanted.ok) return wanted
  const decisionId = randomUUID()
  const facts = { kind, scope, clientWish, clientWishReason, reason: answer, wantedBy }
  await tx.insert(decisionRequest).values({ ...again, ...facts, caseId, decisionId, previousId, requestedAt: now })
  await recordEvent(tx, asking, {
    kind: 'decision-asked',
    data: { decisionId, decisionKind: kind, scope, wantedBy, previousId },
    caseId,
    subjectId: decisionId,
  })
  return done({ decisionId })
}
