import type { FileEventData } from '../files/file-event-data.ts'
import { FILE_ERROR_REASONS, FILE_KINDS, SCAN_STATES } from '../files/stored-file.ts'
import { lowerFirst } from '../text/first-letter.ts'
import { type CaseEventTable, labelOf } from './event-row.ts'

/** Photos, scans and other files kept for a case. */
export const FILE_EVENTS = {
  'file-added': {
    group: 'file',
    title: ({ fileKind }) => `Added a file: ${lowerFirst(labelOf(FILE_KINDS, fileKind))}`,
    notifies: 'nobody',
    startsJob: true,
  },
  'file-scanned': {
    group: 'file',
    title: ({ scan }) => `A file was checked for viruses: ${lowerFirst(labelOf(SCAN_STATES, scan))}`,
    notifies: 'nobody',
  },
  'file-opened': {
    group: 'consulted',
    title: ({ part }) => (part === 'picture' ? 'Looked at a picture' : 'Downloaded a file'),
    notifies: 'nobody',
  },
  'file-entered-in-error': {
    group: 'file',
    title: () => 'A file was marked as entered in error',
    detail: ({ reason }) => `${labelOf(FILE_ERROR_REASONS, reason)}.`,
    notifies: 'nobody',
  },
} satisfies CaseEventTable<FileEventData>
