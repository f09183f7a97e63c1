import type { CaseEventData, CaseEventKind } from '../cases/case-event.ts'

/** When an event happened: an instant, or the day, or null if unknown. Its subject is the case unless given. */
export interface EventMoment {
  at: string | null
  subjectId?: string
}

/** Why a clock ends without being kept or missed. */
export interface Cancellation {
  reason: string
  subjectId?: string
  /** Leaves a clock running that is overdue already: what was missed stays missed. */
  onlyInTime?: true
}

/** The events that start, keep or cancel a clock, each with what it reads from the data of the event. */
export type ReadFrom<Read> = { readonly [Kind in CaseEventKind]?: (data: CaseEventData[Kind]) => Read }
