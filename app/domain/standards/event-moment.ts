import type { CaseEventData, CaseEventKind } from '../cases/case-event.ts'

/**
 * What a clock reads from an event: the instant, or the day where only that is known (null: nobody knows it), and the
 * subject. Without a subject it is the case.
 */
export interface EventMoment {
  at: string | null
  subjectId?: string
}

/** Why a clock ends without being kept or missed. */
export interface Cancellation {
  reason: string
  subjectId?: string
}

/** The events that start, keep or cancel a clock, each with what it reads from the data of the event. */
export type ReadFrom<Read> = { readonly [Kind in CaseEventKind]?: (data: CaseEventData[Kind]) => Read }
