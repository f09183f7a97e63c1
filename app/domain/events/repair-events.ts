import { aboutCase } from '../notifications/notification-audience.ts'
import { cancelRepairClock, exceptRepairClock, reopenRepairClock } from '../repairs/repair-clock.ts'
import { REPAIR_KINDS, REPAIR_RESULTS, type RepairKind } from '../repairs/repair-kind.ts'
import {
  NO_PHOTO_REASONS,
  REOPENING_REASONS,
  REPAIR_ERROR_REASONS,
  REPAIR_EXCEPTIONS,
} from '../repairs/repair-reason.ts'
import { lowerFirst } from '../text/first-letter.ts'
import { dayInWords, londonDayOf, londonTimeOf } from '../time/calendar-day.ts'
import { type CaseEventTable, labelOf } from './event-row.ts'

const LATER = 'Recorded later than it was reported.'

/** Repairs and graffiti (R8). */
export const REPAIR_EVENTS = {
  'repair-reported': {
    group: 'report',
    title: () => 'Emergency repair reported',
    detail: ({ backdated = false }) => (backdated ? LATER : ''),
    notifies: 'nobody',
  },
  'repair-completed': {
    group: 'report',
    title: ({ result = 'made_safe' }) => `Emergency repair: ${lowerFirst(labelOf(REPAIR_RESULTS, result))}`,
    notifies: 'nobody',
  },
  'graffiti-reported': {
    group: 'report',
    title: () => 'Offensive graffiti reported',
    detail: ({ backdated = false }) => (backdated ? LATER : ''),
    notifies: 'nobody',
  },
  'graffiti-removed': {
    group: 'report',
    title: ({ result = 'removed' }) => `Offensive graffiti: ${lowerFirst(labelOf(REPAIR_RESULTS, result))}`,
    notifies: 'nobody',
  },
  'repair-assigned': {
    group: 'report',
    title: ({ repairKind }) => `Someone is on the way: ${nameOf(repairKind)}`,
    detail: ({ expectedAt }) => (expectedAt ? `Expected ${momentInWords(expectedAt)}.` : ''),
    notifies: 'nobody',
  },
  'repair-photo-answered': {
    group: 'report',
    title: ({ repairKind, photo }) => `${photo === 'taken' ? 'Photo taken' : 'No photo'}: ${nameOf(repairKind)}`,
    detail: (answer) => (answer.photo === 'taken' ? '' : `${labelOf(NO_PHOTO_REASONS, answer.reason)}.`),
    notifies: 'nobody',
  },
  'repair-excepted': {
    group: 'standard',
    title: ({ repairKind }) => `Exception from 24 hours: ${nameOf(repairKind)}`,
    detail: ({ reason }) => `${labelOf(REPAIR_EXCEPTIONS, reason)}.`,
    clocks: exceptRepairClock,
    // The worker on site records it, at any hour. Managers learn of it at once and can end it.
    notifies: aboutCase((_, { to }) => to('repair-excepted', { staffIds: [], managers: true })),
  },
  'repair-reopened': {
    group: 'standard',
    title: ({ repairKind, was }) =>
      `${was === 'done' ? 'Completion' : 'Exception'} marked as wrong: ${nameOf(repairKind)}`,
    detail: ({ reason }) => `${labelOf(REOPENING_REASONS, reason)}. The 24 hours run as before.`,
    clocks: reopenRepairClock,
    notifies: 'nobody',
  },
  'repair-entered-in-error': {
    group: 'report',
    title: ({ repairKind }) => `Entered in error: ${nameOf(repairKind)}`,
    detail: ({ reason }) => `${labelOf(REPAIR_ERROR_REASONS, reason)}.`,
    clocks: cancelRepairClock,
    notifies: 'nobody',
  },
} satisfies Partial<CaseEventTable>

function nameOf(kind: RepairKind): string {
  return lowerFirst(REPAIR_KINDS[kind].label)
}

function momentInWords(instant: string): string {
  const at = new Date(instant)
  return `${dayInWords(londonDayOf(at))} at ${londonTimeOf(at)}`
}
