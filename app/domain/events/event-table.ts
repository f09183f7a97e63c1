import type { CaseEvent, CaseEventData, CaseEventKind } from '../cases/case-event.ts'
import type { LoggedData, NotificationToSend, RowsOfEvent } from '../notifications/notification-audience.ts'
import type { Actor } from '../partnership/actor.ts'
import type { ClockEffect } from '../standards/clock-effects.ts'
import { AGENCY_EVENTS } from './agency-events.ts'
import { CASEWORK_EVENTS } from './casework-events.ts'
import { DECISION_EVENTS } from './decision-events.ts'
import type { CaseEventRow, CaseEventTable, KnownNames, TimelineGroup } from './event-row.ts'
import { FILE_EVENTS } from './file-events.ts'
import { INTERVIEW_EVENTS } from './interview-events.ts'
import { MAP_EVENTS } from './map-events.ts'
import { OPTION_EVENTS } from './option-events.ts'
import { PAPER_EVENTS } from './paper-events.ts'
import { PLAN_EVENTS } from './plan-events.ts'
import { REPAIR_EVENTS } from './repair-events.ts'
import { REPORT_EVENTS } from './report-events.ts'
import { RISK_EVENTS } from './risk-events.ts'
import { SHARING_EVENTS } from './sharing-events.ts'

/** Every event: its words on the timeline, its effect on clocks and whom it notifies. `CaseEventData` has its data. */
export const EVENTS: CaseEventTable = {
  ...REPORT_EVENTS,
  ...REPAIR_EVENTS,
  ...CASEWORK_EVENTS,
  ...SHARING_EVENTS,
  ...AGENCY_EVENTS,
  ...MAP_EVENTS,
  ...OPTION_EVENTS,
  ...DECISION_EVENTS,
  ...PAPER_EVENTS,
  ...RISK_EVENTS,
  ...INTERVIEW_EVENTS,
  ...FILE_EVENTS,
  ...PLAN_EVENTS,
}

const EVENT_KINDS = Object.keys(EVENTS) as CaseEventKind[]

/** An event as the log stores it: `agencyId` is the agency whose log it is, `actorId` the person who did it. */
export type LoggedEvent = CaseEvent & { agencyId: string; actorId: string; actorRole: Actor['role'] }

function rowOf<Kind extends CaseEventKind>(kind: Kind): CaseEventRow<CaseEventData[Kind]> {
  return EVENTS[kind]
}

export function eventInWords<Kind extends CaseEventKind>(
  kind: Kind,
  data: CaseEventData[Kind],
  names: KnownNames,
): { title: string; detail: string } {
  const { title, detail } = rowOf(kind)
  return { title: title(data, names), detail: detail?.(data, names) ?? '' }
}

export function kindsOf(group: TimelineGroup): CaseEventKind[] {
  return EVENT_KINDS.filter((kind) => EVENTS[kind].group === group)
}

/** The event's own effect on clocks, without the standards' startedBy, keptBy and cancelledBy. */
export function findClockEffect<Kind extends CaseEventKind>(kind: Kind): ClockEffect<CaseEventData[Kind]> | undefined {
  return rowOf(kind).clocks
}

/** Whether the worker process has to do something after an event: notify people, or run a job. */
export function isForWorker(kind: CaseEventKind): boolean {
  const { notifies, startsJob = false } = rowOf(kind)
  return notifies !== 'nobody' || startsJob
}

/** Who is notified of an event. Another agency hears only of its own referrals, and never of one that was not sent. */
export function listNotificationsAfter(event: LoggedEvent, behind: RowsOfEvent): NotificationToSend[] {
  return listNotificationsOf(event.kind, event, behind)
}

function listNotificationsOf<Kind extends CaseEventKind>(
  kind: Kind,
  event: LoggedData<CaseEventData[Kind]>,
  behind: RowsOfEvent,
): NotificationToSend[] {
  const { notifies } = rowOf(kind)
  return notifies === 'nobody' ? [] : notifies(event, behind)
}
