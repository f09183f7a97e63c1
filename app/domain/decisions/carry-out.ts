import { done, type Result, refused } from '../result.ts'
import type { CalendarDay } from '../time/calendar-day.ts'
import type { DecisionRequest } from './decision-request.ts'

/** When a yes was carried out: the client moved, or belongings were stored somewhere for a time. */
export type CarriedOut =
  | { rehousedOn: CalendarDay; storedFrom: null; storedTo: null; storedWhere: '' }
  | { rehousedOn: null; storedFrom: CalendarDay; storedTo: CalendarDay | null; storedWhere: string }

export interface CarriedOutDates {
  rehousedOn: CalendarDay | null
  storedFrom: CalendarDay | null
  storedTo: CalendarDay | null
  storedWhere: string
}

export type CarryOutRefusal =
  | { kind: 'not-authorised' }
  | { kind: 'nothing-to-carry-out' }
  | { kind: 'rehoused-on-missing' }
  | { kind: 'stored-from-missing' }
  | { kind: 'stored-where-missing' }
  | { kind: 'stored-to-before-from' }

/** Only what a manager said yes to is carried out, each kind with its own dates. */
export function checkCarriedOut(
  { kind, decision }: Pick<DecisionRequest, 'kind' | 'decision'>,
  { rehousedOn, storedFrom, storedTo, storedWhere }: CarriedOutDates,
): Result<CarriedOut, CarryOutRefusal> {
  if (decision !== 'yes') return refused({ kind: 'not-authorised' })
  if (kind === 'rehousing')
    return rehousedOn
      ? done({ rehousedOn, storedFrom: null, storedTo: null, storedWhere: '' })
      : refused({ kind: 'rehoused-on-missing' })
  if (kind !== 'storage') return refused({ kind: 'nothing-to-carry-out' })
  if (storedFrom === null) return refused({ kind: 'stored-from-missing' })
  if (storedTo !== null && storedTo < storedFrom) return refused({ kind: 'stored-to-before-from' })
  return storedWhere.trim()
    ? done({ rehousedOn: null, storedFrom, storedTo, storedWhere })
    : refused({ kind: 'stored-where-missing' })
}
