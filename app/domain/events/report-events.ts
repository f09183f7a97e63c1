import type { CaseEventData } from '../cases/case-event.ts'
import { changedInWords } from '../cases/changed-detail.ts'
import { startForFurtherReport } from '../cases/later-report.ts'
import { REPORT_CHANNELS, REPORTER_ROLES } from '../cases/report.ts'
import { aboutCase } from '../notifications/notification-audience.ts'
import { DOCUMENT_KINDS } from '../papers/document-kind.ts'
import { PAPER_FORMATS } from '../papers/paper-format.ts'
import { lowerFirst } from '../text/first-letter.ts'
import { partialDayInWords } from '../time/partial-day.ts'
import { type CaseEventTable, labelOf } from './event-row.ts'

const CONSULTED: Record<CaseEventData['record-consulted']['what'], string> = {
  case: 'Opened the case',
  referral: 'Opened a referral',
  document: 'Downloaded a paper again',
  export: 'Exported a list',
  search: 'Searched',
}

export const REPORT_EVENTS = {
  'report-received': {
    group: 'report',
    title: ({ serious }) => (serious ? 'Serious report received' : 'Report received'),
    detail: ({ backdated }) => (backdated ? 'Recorded later than it was received.' : ''),
    notifies: aboutCase(({ serious }, { toWorkerAndManagers }) =>
      serious ? toWorkerAndManagers('serious-report') : [],
    ),
  },
  'incident-recorded': {
    group: 'report',
    title: () => 'Incident recorded',
    detail: ({ occurredOn }) => (occurredOn ? `Date of the incident: ${partialDayInWords(occurredOn)}.` : ''),
    notifies: 'nobody',
  },
  'further-report-received': {
    group: 'report',
    title: ({ serious }) => (serious ? 'Further serious report received' : 'Further report received'),
    detail: ({ channel, reporterRole }) =>
      channel && reporterRole
        ? `${labelOf(REPORT_CHANNELS, channel)}. Reported by: ${lowerFirst(labelOf(REPORTER_ROLES, reporterRole))}.`
        : '',
    clocks: startForFurtherReport,
    notifies: 'nobody',
  },
  'case-details-changed': {
    group: 'report',
    title: () => 'Details changed',
    detail: ({ changed, answers }) => changedInWords(changed, answers ?? {}),
    notifies: 'nobody',
  },
  'investigation-completed': { group: 'standard', title: () => 'Investigation completed', notifies: 'nobody' },
  'case-closed': { group: 'standard', title: () => 'Case closed', notifies: 'nobody' },
  'after-care-contacted': { group: 'standard', title: () => 'After-care contact made', notifies: 'nobody' },
  'document-made': {
    group: 'document',
    title: ({ documentKind }) => `Made a paper: “${labelOf(DOCUMENT_KINDS, documentKind)}”`,
    detail: ({ format = 'standard' }) => (format === 'standard' ? '' : `${labelOf(PAPER_FORMATS, format)}.`),
    notifies: 'nobody',
  },
  'record-consulted': { group: 'consulted', title: ({ what }) => CONSULTED[what], notifies: 'nobody' },
} satisfies Partial<CaseEventTable>
