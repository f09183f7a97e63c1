import { done, type Result, refused } from '../result.ts'
import { calculateDeadline } from '../standards/clock.ts'
import { getStandard } from '../standards/service-standard.ts'
import { BANK_HOLIDAYS } from '../time/bank-holidays.ts'
import { isBeforeMinuteOf } from '../time/calendar-day.ts'
import { REPAIR_KINDS, REPAIR_RESULTS, type RepairKind, type RepairResultId } from './repair-kind.ts'
import type { NoPhotoReason } from './repair-reason.ts'

export const REPAIR_STATES = {
  reported: { label: 'No one is on the way', running: true },
  assigned: { label: 'Someone is on the way', running: true },
  done: { label: 'Done', running: false },
  excepted: { label: 'Exception', running: false },
  in_error: { label: 'Entered in error', running: false },
} as const satisfies Record<string, { label: string; running: boolean }>

export type RepairState = keyof typeof REPAIR_STATES

/** What decides the state of a repair or of graffiti. */
export interface RepairMoments {
  assignedAt: Date | null
  completedAt: Date | null
  exceptedAt: Date | null
  errorAt: Date | null
}

/** Work done after an exception counts as done for the client; the clock keeps its exception. */
export function repairState({ assignedAt, completedAt, exceptedAt, errorAt }: RepairMoments): RepairState {
  if (errorAt !== null) return 'in_error'
  if (completedAt !== null) return 'done'
  if (exceptedAt !== null) return 'excepted'
  return assignedAt === null ? 'reported' : 'assigned'
}

export function isRepairRunning(state: RepairState): boolean {
  return REPAIR_STATES[state].running
}

/** 24 elapsed hours, so no calendar of holidays matters: R8 counts nights, weekends and Christmas Day. */
export function repairDueAt(kind: RepairKind, reportedAt: Date): Date {
  return calculateDeadline(getStandard(REPAIR_KINDS[kind].clause), reportedAt, BANK_HOLIDAYS).dueAt
}

/** Whether a photo from before the removal exists, and if not, why. '' while no one has answered. */
export interface PhotoAnswer {
  photo: 'taken' | 'not_taken' | ''
  noPhotoReason: NoPhotoReason | ''
}

interface RepairHeld extends RepairMoments, PhotoAnswer {
  kind: RepairKind
  reportedAt: Date
}

interface Completion extends PhotoAnswer {
  completedAt: Date
  result: RepairResultId
}

export type CompletionRefusal =
  | { kind: 'repair-ended'; state: RepairState }
  | { kind: 'result-of-other-kind' }
  | { kind: 'completed-in-the-future' }
  | { kind: 'completed-before-reported' }
  | PhotoRefusal

export type PhotoRefusal = { kind: 'photo-unanswered' } | { kind: 'no-photo-reason-missing' }

/** Ends the work. Graffiti is evidence: its removal needs a photo from before, or the reason why there is none (R8). */
export function decideCompletion(
  held: RepairHeld,
  completion: Completion,
  now: Date,
): Result<PhotoAnswer, CompletionRefusal> {
  const state = repairState(held)
  if (state === 'done' || state === 'in_error') return refused({ kind: 'repair-ended', state })
  const { completedAt, result } = completion
  if (REPAIR_RESULTS[result].kind !== held.kind) return refused({ kind: 'result-of-other-kind' })
  if (completedAt > now) return refused({ kind: 'completed-in-the-future' })
  if (isBeforeMinuteOf(completedAt, held.reportedAt)) return refused({ kind: 'completed-before-reported' })
  const answered = held.photo === '' ? completion : held
  return held.kind === 'graffiti'
    ? checkPhoto(answered)
    : done({ photo: held.photo, noPhotoReason: held.noPhotoReason })
}

export function checkPhoto({ photo, noPhotoReason }: PhotoAnswer): Result<PhotoAnswer, PhotoRefusal> {
  if (photo === '') return refused({ kind: 'photo-unanswered' })
  if (photo === 'taken') return done({ photo, noPhotoReason: '' })
  return noPhotoReason === '' ? refused({ kind: 'no-photo-reason-missing' }) : done({ photo, noPhotoReason })
}
