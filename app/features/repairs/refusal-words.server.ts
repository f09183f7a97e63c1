import type { AlreadyDone } from '../../../db/once.ts'
import { CLIENT_WISH_REFUSALS } from '../../forms/client-wish-entries.server.ts'
import type { RefusalTable } from '../../forms/refusal-table.server.ts'
import type { AnswerPhotoRefusal } from './answer-photo.server.ts'
import type { AssignRepairRefusal } from './assign-repair.server.ts'
import type { CompleteRepairRefusal } from './complete-repair.server.ts'
import type { ExceptRepairRefusal } from './except-repair.server.ts'
import type { RepairErrorRefusal } from './mark-repair-in-error.server.ts'
import type { ReopenRepairRefusal } from './reopen-repair.server.ts'
import type { ReportRepairRefusal } from './report-repair.server.ts'

type RepairRefusal =
  | ReportRepairRefusal
  | AssignRepairRefusal
  | AnswerPhotoRefusal
  | CompleteRepairRefusal
  | ExceptRepairRefusal
  | ReopenRepairRefusal
  | RepairErrorRefusal
  | AlreadyDone

const ENDED = {
  reported: 'This is not done yet',
  assigned: 'This is not done yet',
  done: 'This is already recorded as done. Open its page to see who did it',
  excepted: 'An exception is already recorded. Open its page to see why',
  in_error: 'This is marked as entered in error. Report it again if it is needed',
}

export const REPAIR_REFUSALS: RefusalTable<RepairRefusal> = {
  ...CLIENT_WISH_REFUSALS,
  'client-prefers-not': {
    field: 'clientWish',
    message:
      'The client prefers that no one comes, so do not send anyone. Talk with the client, or record an exception',
  },
  'case-closed': { message: 'The case is closed' },
  'changed-since': {
    message: 'A colleague has changed this since you opened it. Open the page again to see the change',
  },
  'received-in-the-future': { field: 'reportedAt', message: 'The time must be now or earlier' },
  'received-too-long-ago': { field: 'reportedAt', message: 'Enter a time in the last two years' },
  'backdated-without-reason': { field: 'backdatedReason', message: 'Say why it is recorded later' },
  'repair-ended': ({ state }) => ({ message: ENDED[state] }),
  'result-of-other-kind': { field: 'result', message: 'Choose one of the answers listed' },
  'completed-in-the-future': { field: 'completedAt', message: 'The time must be now or earlier' },
  'completed-before-reported': {
    field: 'completedAt',
    message: 'This is before it was reported. Check the day and the time',
  },
  'photo-unanswered': { field: 'photo', message: 'Say whether a photo was taken before the work' },
  'no-photo-reason-missing': { field: 'noPhotoReason', message: 'Choose why there is no photo' },
  'photo-of-result-missing': { field: 'photoFile', message: 'Choose a photo of the result' },
  'not-ended': { message: 'This is not recorded as done, and has no exception' },
  'already-marked': { message: 'This is already marked as entered in error' },
  'already-done': { message: 'You have already sent this form, with different answers. Open the page again' },
}
