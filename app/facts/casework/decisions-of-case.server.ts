import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { decisionRequest } from '../../../db/schema/option.ts'
import { staff } from '../../../db/schema/staff.ts'
import type { Decision, DecisionKind } from '../../domain/decisions/decision-request.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'

/** What a person asked a manager to decide on a case, and the result. */
export interface DecisionOfCase {
  decisionId: string
  kind: DecisionKind
  scope: string
  decision: Decision
  reason: string
  decisionNote: string
  requestedBy: string
  requestedByName: string
  requestedAt: Date
  wantedBy: CalendarDay
  decidedAt: Date | null
  /** When the client moved: closing as re-housed (C3) needs it. */
  rehousedOn: CalendarDay | null
  storedFrom: CalendarDay | null
  storedTo: CalendarDay | null
}

/** What was asked of managers on a case, the newest first. */
export async function readDecisionsOfCase(
  tx: Tx,
  { agencyId }: Pick<Actor, 'agencyId'>,
  caseId: string,
): Promise<DecisionOfCase[]> {
  const { decisionId, kind, scope, decision, reason, decisionNote, requestedBy, requestedAt } = decisionRequest
  const { wantedBy, decidedAt, rehousedOn, storedFrom, storedTo } = decisionRequest
  return tx
    .select({
      ...{ decisionId, kind, scope, decision, reason, decisionNote, requestedBy, requestedAt },
      ...{ wantedBy, decidedAt, rehousedOn, storedFrom, storedTo },
      requestedByName: staff.name,
    })
    .from(decisionRequest)
    .innerJoin(staff, and(eq(staff.agencyId, decisionRequest.agencyId), eq(staff.staffId, requestedBy)))
    .where(and(eq(decisionRequest.agencyId, agencyId), eq(decisionRequest.caseId, caseId)))
    .orderBy(desc(requestedAt), desc(decisionId))
}
