import { done, type Result, refused } from '../result.ts'
import type { CalendarDay } from '../time/calendar-day.ts'

/** What makes a home safer (G7a). */
export const MEASURES = {
  locks: { label: 'New or stronger locks' },
  letterbox: { label: 'Fireproof letterbox' },
  alarm: { label: 'Alarm' },
  lighting: { label: 'Outside lighting' },
  cctv: { label: 'Camera (CCTV)' },
  fire_safety_visit: { label: 'Fire-safety visit' },
} as const satisfies Record<string, { label: string }>

export type MeasureKind = keyof typeof MEASURES

export const MEASURE_CANCEL_REASONS = {
  client_changed_mind: { label: 'The client does not want it any more' },
  cannot_be_fitted: { label: 'It cannot be fitted' },
  owner_refused: { label: 'The owner of the building does not allow it' },
  client_moved: { label: 'The client has moved' },
  recorded_in_error: { label: 'It was recorded by mistake' },
} as const satisfies Record<string, { label: string }>

export type MeasureCancelReason = keyof typeof MEASURE_CANCEL_REASONS

export type MeasureState = 'open' | 'done' | 'cancelled'

export function measureStateOf({
  doneOn,
  cancelReason,
}: {
  doneOn: string | null
  cancelReason: string | null
}): MeasureState {
  if (cancelReason !== null) return 'cancelled'
  return doneOn === null ? 'open' : 'done'
}

export type EndMeasureRefusal =
  | { kind: 'measure-ended'; state: MeasureState }
  | { kind: 'done-before-requested' }
  | { kind: 'worked-by-missing' }
  | { kind: 'done-on-missing' }
  | { kind: 'cancel-reason-missing' }

/** How a measure ends: fitted, on which day and by whom, or cancelled for a reason. */
export interface MeasureEnd {
  result: 'done' | 'cancelled'
  doneOn: CalendarDay | null
  workedBy: string
  cancelReason: MeasureCancelReason | null
}

export type EndedMeasure =
  | { doneOn: CalendarDay; workedBy: string; cancelReason: null }
  | { doneOn: null; workedBy: string; cancelReason: MeasureCancelReason }

/** What an end still lacks, all at once. Fields that are undefined are not checked. */
export function missingOfEnd({ result, doneOn, workedBy, cancelReason }: Partial<MeasureEnd>): EndMeasureRefusal[] {
  if (result === 'cancelled') return cancelReason === null ? [{ kind: 'cancel-reason-missing' }] : []
  if (result !== 'done') return []
  return [
    ...(doneOn === null ? [{ kind: 'done-on-missing' } as const] : []),
    ...(workedBy?.trim() === '' ? [{ kind: 'worked-by-missing' } as const] : []),
  ]
}

/** A measure ends once. */
export function checkMeasureEnd(
  measure: { doneOn: string | null; cancelReason: string | null; requestedOn: string },
  end: MeasureEnd,
): Result<EndedMeasure, EndMeasureRefusal> {
  const { doneOn, workedBy, cancelReason } = end
  const state = measureStateOf(measure)
  if (state !== 'open') return refused({ kind: 'measure-ended', state })
  const [missing] = missingOfEnd(end)
  if (missing) return refused(missing)
  if (end.result === 'cancelled' && cancelReason) return done({ doneOn: null, workedBy: '', cancelReason })
  if (doneOn === null) return refused({ kind: 'done-on-missing' })
  if (doneOn < measure.requestedOn) return refused({ kind: 'done-before-requested' })
  return done({ doneOn, workedBy, cancelReason: null })
}
