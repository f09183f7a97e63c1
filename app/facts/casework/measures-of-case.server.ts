import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { measure } from '../../../db/schema/option.ts'
import { staff } from '../../../db/schema/staff.ts'
import {
  type MeasureCancelReason,
  type MeasureKind,
  type MeasureState,
  measureStateOf,
} from '../../domain/options/measure.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'

/** A measure that makes the client's home safer (G7a). */
export interface MeasureOfCase {
  measureId: string
  kind: MeasureKind
  state: MeasureState
  requestedOn: CalendarDay
  requestedByName: string
  contractor: string
  doneOn: CalendarDay | null
  workedBy: string
  cancelReason: MeasureCancelReason | null
}

/** The measures of a case, those requested first at the top. */
export async function readMeasuresOfCase(
  tx: Tx,
  { agencyId }: Pick<Actor, 'agencyId'>,
  caseId: string,
): Promise<MeasureOfCase[]> {
  const rows = await tx
    .select({ row: measure, requestedByName: staff.name })
    .from(measure)
    .innerJoin(staff, and(eq(staff.agencyId, measure.agencyId), eq(staff.staffId, measure.requestedBy)))
    .where(and(eq(measure.agencyId, agencyId), eq(measure.caseId, caseId)))
    .orderBy(asc(measure.requestedOn), asc(measure.recordedAt), asc(measure.measureId))
  return rows.map(({ row, requestedByName }) => {
    const { measureId, kind, requestedOn, contractor, doneOn, workedBy, cancelReason } = row
    const ended = { doneOn, workedBy, cancelReason, state: measureStateOf(row) }
    return { measureId, kind, requestedOn, requestedByName, contractor, ...ended }
  })
}
