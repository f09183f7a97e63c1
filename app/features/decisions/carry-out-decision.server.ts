import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { decisionRequest } from '../../../db/schema/option.ts'
import { ifMay } from '../../access/ability.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import { type CarriedOut, type CarryOutRefusal, checkCarriedOut } from '../../domain/decisions/carry-out.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { typedDayField } from '../../forms/date-fields.server.ts'
import { typedText } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

export const carryOutInput = z.object({
  rehousedOn: typedDayField('recorded'),
  storedFrom: typedDayField('recorded'),
  storedTo: typedDayField('correctedPlan'),
  storedWhere: typedText(500),
  seenVersion: typedText(40),
})

export type CarryOutInput = z.output<typeof carryOutInput> & { decisionId: string }

export type CarryOutRefused = CarryOutRefusal | { kind: 'changed-since' } | { kind: 'not-found' }

type CarriedOutRow = Pick<typeof decisionRequest.$inferSelect, 'carriedOutAt'>

/** What a form saw of a request: when its dates were last saved, or '' for none. */
export function datesVersionOf({ carriedOutAt }: CarriedOutRow): string {
  return carriedOutAt?.toISOString() ?? ''
}

/** Records when the client moved (G7d), or when and where belongings are stored (G7e), or corrects it. */
export function carryOutDecision(
  asking: Asking,
  input: CarryOutInput,
): Promise<Result<{ caseId: string }, CarryOutRefused | AlreadyDone>> {
  return writeOnce(asking, 'carry-out-decision', input, (tx) => carryOutIn(tx, asking, input))
}

async function carryOutIn(
  tx: Tx,
  asking: Asking,
  { decisionId, seenVersion, ...given }: CarryOutInput,
): Promise<Result<{ caseId: string }, CarryOutRefused>> {
  const { actor, now } = asking
  const which = and(eq(decisionRequest.agencyId, actor.agencyId), eq(decisionRequest.decisionId, decisionId))
  const [found] = await tx.select({ caseId: decisionRequest.caseId }).from(decisionRequest).where(which)
  const held = found && (await lockCaseToChange(tx, actor, found.caseId))
  const [row] = held ? await tx.select().from(decisionRequest).where(which) : []
  if (!row || !ifMay(actor, 'select', 'decisionRequest', row)) return refused({ kind: 'not-found' })
  const checked = checkCarriedOut(row, given)
  if (!checked.ok) return checked
  if (!ifMay(actor, 'update', 'decisionRequest', row)) return refused({ kind: 'not-found' })
  if (datesVersionOf(row) !== seenVersion) return refused({ kind: 'changed-since' })
  const { caseId } = row
  await tx
    .update(decisionRequest)
    .set({ ...checked.value, carriedOutBy: actor.staffId, carriedOutAt: now })
    .where(and(which, eq(decisionRequest.decision, 'yes')))
  const about = { caseId, subjectId: decisionId }
  await recordEvent(tx, asking, { ...about, ...eventOf(decisionId, row.scope, checked.value) })
  return done({ caseId })
}

function eventOf(decisionId: string, rehousing: string, { rehousedOn, storedFrom, storedTo }: CarriedOut) {
  return rehousedOn === null
    ? ({ kind: 'belongings-stored', data: { decisionId, storedFrom, storedTo } } as const)
    : ({ kind: 'client-rehoused', data: { decisionId, rehousing, rehousedOn } } as const)
}
