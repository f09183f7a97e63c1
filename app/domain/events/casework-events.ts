import type { UnsafeAct } from '../cases/case-event.ts'
import {
  CONTACT_ERROR_REASONS,
  DEFERRAL_REASONS,
  LATE_REASONS,
  LOWERED_REASONS,
  SERIOUS_REASONS,
} from '../cases/case-reason.ts'
import { CONTACT_CHANNELS } from '../cases/contact.ts'
import { unsafeContactInWords } from '../cases/unsafe-contact.ts'
import { aboutCase } from '../notifications/notification-audience.ts'
import {
  deferContactClock,
  exceptClock,
  lowerSeriousness,
  raiseSeriousness,
  startContactNow,
  undoContact,
} from '../standards/clock-effects.ts'
import { findTimedClause, getStandard } from '../standards/service-standard.ts'
import { lowerFirst } from '../text/first-letter.ts'
import { dayInWords, isDay, londonDayOf, londonTimeOf } from '../time/calendar-day.ts'
import { type CaseEventTable, labelOf } from './event-row.ts'

/** Events about the case worker, contacts with the client, and standards. */
export const CASEWORK_EVENTS = {
  'case-allocated': {
    group: 'people',
    title: ({ staffId }, { staff }) => `Allocated to ${staff(staffId)}`,
    notifies: aboutCase(({ staffId }, { to }) => to('case-allocated', { staffIds: [staffId] })),
  },
  'case-returned-to-queue': {
    group: 'people',
    title: () => 'Back in the queue',
    detail: ({ staffId, reason }, { staff }) =>
      reason === 'leaver' ? `${staff(staffId)} has left.` : `Removed from ${staff(staffId)} by a manager.`,
    notifies: aboutCase((_, { to }) => to('case-unallocated', { staffIds: [], managers: true })),
  },
  'alternative-contact-named': {
    group: 'people',
    title: ({ staffId }, { staff }) => `${staff(staffId)} is the alternative contact`,
    notifies: 'nobody',
  },
  'contact-attempted': {
    group: 'contact',
    title: ({ channel }) => `Tried to reach the client: ${lowerFirst(labelOf(CONTACT_CHANNELS, channel))}`,
    detail: unsafeDetail,
    notifies: 'nobody',
  },
  'client-contacted': {
    group: 'contact',
    title: ({ channel }) => `Reached the client: ${lowerFirst(labelOf(CONTACT_CHANNELS, channel))}`,
    detail: unsafeDetail,
    notifies: 'nobody',
  },
  'contact-entered-in-error': {
    group: 'contact',
    title: () => 'A contact was marked as entered in error',
    detail: ({ contactedAt, reason }) =>
      `The contact of ${momentInWords(contactedAt)}. ${labelOf(CONTACT_ERROR_REASONS, reason)}.`,
    clocks: undoContact,
    notifies: 'nobody',
  },
  'contact-made-possible': {
    group: 'contact',
    title: () => 'The client may be contacted from now on',
    clocks: startContactNow,
    notifies: 'nobody',
  },
  'contact-deferred': {
    group: 'contact',
    title: ({ until }) => `The client asked to be contacted on ${isDay(until) ? dayInWords(until) : 'a later day'}`,
    detail: ({ reason }) => labelOf(DEFERRAL_REASONS, reason),
    clocks: deferContactClock,
    notifies: 'nobody',
  },
  'serious-raised': {
    group: 'standard',
    // Names no deadline: there is none for a client who must not be contacted about the report.
    title: () => 'Marked as serious',
    detail: ({ reason }) => labelOf(SERIOUS_REASONS, reason),
    clocks: raiseSeriousness,
    notifies: aboutCase((_, { toWorkerAndManagers }) => toWorkerAndManagers('serious-report')),
  },
  'serious-lowered': {
    group: 'standard',
    title: () => 'No longer marked as serious',
    detail: ({ reason }) => labelOf(LOWERED_REASONS, reason),
    clocks: lowerSeriousness,
    notifies: 'nobody',
  },
  'standard-excepted': {
    group: 'standard',
    title: ({ clause }) => `Exception from ${standardName(clause)}`,
    detail: ({ reason }) => reason,
    clocks: exceptClock,
    notifies: 'nobody',
  },
  'late-reason-given': {
    group: 'standard',
    title: ({ clause }) => `Why ${standardName(clause)} was late`,
    detail: ({ reason }) => labelOf(LATE_REASONS, reason),
    notifies: 'nobody',
  },
  'clock-rebased': {
    group: 'standard',
    title: ({ clause, to }) => `New date for ${standardName(clause)}${newDay(to)}`,
    detail: ({ reason }) => reason,
    notifies: 'nobody',
  },
} satisfies Partial<CaseEventTable>

/** The safe-contact answers an act went against, and why; empty for a safe act. */
export function unsafeDetail({ unsafeAnswers = [], unsafeReason = '' }: UnsafeAct): string {
  return unsafeContactInWords(unsafeAnswers, unsafeReason)
}

function standardName(clause: string): string {
  const timed = findTimedClause(clause)
  return timed ? `“${getStandard(timed).title}”` : clause
}

function momentInWords(instant: string): string {
  const at = new Date(instant)
  return `${dayInWords(londonDayOf(at))} at ${londonTimeOf(at)}`
}

function newDay(to: string): string {
  const at = new Date(to)
  return Number.isNaN(at.getTime()) ? '' : `: ${dayInWords(londonDayOf(at))}`
}
