import type { CaseEvent, CaseEventData, CaseEventKind } from '../cases/case-event.ts'
import type { Behind, LoggedData, Telling } from '../notifications/notification-audience.ts'
import type { Actor } from '../partnership/actor.ts'
import type { ClockEffect } from '../standards/clock-effects.ts'
import { AGENCY_EVENTS } from './agency-events.ts'
import { CASEWORK_EVENTS } from './casework-events.ts'
import type { CaseEventRow, CaseEventTable, KnownNames, TimelineGroup } from './event-row.ts'
import { MAP_EVENTS } from './map-events.ts'
import { REPORT_EVENTS } from './report-events.ts'
import { SHARING_EVENTS } from './sharing-events.ts'

/** Every event: its words on the timeline, its effect on clocks and whom it notifies. `CaseEventData` holds its data. */
export const EVENTS: CaseEventTable = {
  ...REPORT_EVENTS,
  ...CASEWORK_EVENTS,
  ...SHARING_EVENTS,
  ...AGENCY_EVENTS,
  ...MAP_EVENTS,
}

const EVENT_KINDS = Object.keys(EVENTS) as CaseEventKind[]

/** An event as the log holds it: whose log, and who did it. */
export type LoggedEvent = CaseEvent & { agencyId: string; actorId: string; actorRole: Actor['role'] }

function rowOf<Kind extends CaseEventKind>(kind: Kind): CaseEventRow<CaseEventData[Kind]> {
  return EVENTS[kind]
}

/** What one event says on the timeline of its case. */
export function eventInWords<Kind extends CaseEventKind>(
  kind: Kind,
  data: CaseEventData[Kind],
  names: KnownNames,
): { title: string; detail: string } {
  const { title, detail } = rowOf(kind)
  return { title: title(data, names), detail: detail?.(data, names) ?? '' }
}

/** The kinds of event of one group. */
export function kindsOf(group: TimelineGroup): CaseEventKind[] {
  return EVENT_KINDS.filter((kind) => EVENTS[kind].group === group)
}

/** The effect on clocks that an event has by itself, without the standards' own startedBy, keptBy and cancelledBy. */
export function findClockEffect<Kind extends CaseEventKind>(kind: Kind): ClockEffect<CaseEventData[Kind]> | undefined {
  return rowOf(kind).clocks
}

/** Whether the worker has something to do after an event: to notify people, or to run a job. */
export function isForWorker(kind: CaseEventKind): boolean {
  const { notifies, startsJob = false } = rowOf(kind)
  return notifies !== 'nobody' || startsJob
}

/**
 * Who is notified of what after an event. Nothing crosses to another agency but that its own referral changed; a referral that
 * was never sent stays unknown to it.
 */
export function tellingsAfter(event: LoggedEvent, behind: Behind): Telling[] {
  return listTellings(event.kind, event, behind)
}

function listTellings<Kind extends CaseEventKind>(
  kind: Kind,
  event: LoggedData<CaseEventData[Kind]>,
  behind: Behind,
): Telling[] {
  const { notifies } = rowOf(kind)
  return notifies === 'nobody' ? [] : notifies(event, behind)
}
