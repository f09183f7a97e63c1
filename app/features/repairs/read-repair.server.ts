import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { repair } from '../../../db/schema/repair.ts'
import { staff } from '../../../db/schema/staff.ts'
import { clock } from '../../../db/schema/timeline.ts'
import { ifMay, permissionsOf } from '../../access/ability.ts'
import { labelOf } from '../../domain/events/event-row.ts'
import { CLIENT_WISHES } from '../../domain/options/client-wish.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { isRepairRunning, type RepairState, repairState } from '../../domain/repairs/repair.ts'
import { repairCountdown } from '../../domain/repairs/repair-countdown.ts'
import {
  REPAIR_KINDS,
  REPAIR_RESULTS,
  type RepairKind,
  resultsOf,
  SURFACE_OWNERS,
} from '../../domain/repairs/repair-kind.ts'
import { NO_PHOTO_REASONS, REPAIR_ERROR_REASONS, REPAIR_EXCEPTIONS } from '../../domain/repairs/repair-reason.ts'
import { type Clock, clockStatus } from '../../domain/standards/clock.ts'
import { oneRepair } from './lock-repair.server.ts'

/** What may be done about a repair now: each has a page of its own. */
export type RepairAction = 'assign' | 'photo' | 'exception' | 'reopen' | 'error'

/** A repair or graffiti as its page shows it. The words are made here, so that no page loads the vocabularies. */
export interface ShownRepair {
  repairId: string
  kind: RepairKind
  title: string
  state: RepairState
  countdown: Countdown
  damage: string
  place: string
  owner: string
  reportedAt: Date
  backdatedReason: string
  recordedBy: string
  photo: { answered: boolean; words: string; files: { label: string; fileId: string }[] }
  wish: string
  assigned: { to: string; phone: string; expectedAt: Date | null } | null
  ended: { result: string; at: Date; note: string } | null
  exception: { reason: string; at: Date; note: string } | null
  error: string
  /** How the work can end; empty where it cannot be recorded. */
  results: { value: string; label: string }[]
  actions: RepairAction[]
  seenVersion: string
}

export interface Countdown {
  status: ReturnType<typeof clockStatus>['status']
  words: string
}

/** A repair of the case; undefined where there is none that this person may see. */
export async function findRepair(
  tx: Tx,
  { actor, now }: Reading,
  of: { caseId: string; repairId: string },
): Promise<ShownRepair | undefined> {
  const [found] = await tx
    .select({ row: repair, clock, recordedBy: staff.name })
    .from(repair)
    .innerJoin(clock, isClockOf())
    .innerJoin(staff, and(eq(staff.agencyId, repair.agencyId), eq(staff.staffId, repair.recordedBy)))
    .where(oneRepair(actor, of))
  const row = ifMay(actor, 'select', 'repair', found?.row)
  if (!found || !row) return undefined
  const { kind } = row
  const mayChange = permissionsOf(actor).may('update', 'repair', row)
  const state = repairState(row)
  return {
    ...{ repairId: row.repairId, kind, state, damage: row.damage, place: row.place, reportedAt: row.reportedAt },
    title: REPAIR_KINDS[kind].label,
    countdown: countdownOf(found.clock, now),
    owner: row.surfaceOwner === 'not_known' ? '' : SURFACE_OWNERS[row.surfaceOwner].label,
    backdatedReason: row.backdatedReason,
    recordedBy: found.recordedBy,
    photo: photoOf(row),
    wish: wishOf(row),
    assigned: row.assignedAt ? { to: row.assignedTo, phone: row.assignedPhone, expectedAt: row.expectedAt } : null,
    ended: endOf(row),
    exception: exceptionOf(row),
    error: labelOf(REPAIR_ERROR_REASONS, row.errorReason),
    results: mayChange && state !== 'done' && state !== 'in_error' ? optionsOf(kind) : [],
    actions: mayChange ? actionsOf(state) : [],
    seenVersion: row.version.toISOString(),
  }
}

type Row = typeof repair.$inferSelect

/** Each repair has one clock: its own id is the subject. */
export function isClockOf() {
  return and(eq(clock.agencyId, repair.agencyId), eq(clock.caseId, repair.caseId), eq(clock.subjectId, repair.repairId))
}

/** A running clock is counted in hours, day and night. The others say how they ended. */
export function countdownOf(of: Pick<Clock, 'clause' | 'dueAt' | 'state' | 'keptAt' | 'reason'>, now: Date): Countdown {
  const { status, line } = clockStatus(of, now)
  return { status, words: of.state === 'running' ? repairCountdown(of.dueAt, now) : line }
}

function photoOf({ photo, noPhotoReason, photoFileId, afterFileId }: Row): ShownRepair['photo'] {
  const none = noPhotoReason ? `No photo. ${NO_PHOTO_REASONS[noPhotoReason].label}.` : ''
  const files = [
    { label: 'Photo from before the work', fileId: photoFileId },
    { label: 'Photo of the result', fileId: afterFileId },
  ]
  return {
    answered: photo !== '',
    words: photo === 'taken' && !photoFileId ? 'A photo was taken before the work.' : none,
    files: files.flatMap(({ label, fileId }) => (fileId ? [{ label, fileId }] : [])),
  }
}

function wishOf({ clientWish, clientWishReason }: Row): string {
  if (clientWish === '') return ''
  return [CLIENT_WISHES[clientWish].label, clientWishReason].filter(Boolean).join(': ')
}

function endOf({ completedAt, result, completionNote }: Row): ShownRepair['ended'] {
  return completedAt && result ? { result: REPAIR_RESULTS[result].label, at: completedAt, note: completionNote } : null
}

function exceptionOf({ exceptedAt, exceptionReason, exceptionNote }: Row): ShownRepair['exception'] {
  if (!exceptedAt || !exceptionReason) return null
  return { reason: REPAIR_EXCEPTIONS[exceptionReason].label, at: exceptedAt, note: exceptionNote }
}

function optionsOf(kind: RepairKind) {
  return resultsOf(kind).map((value) => ({ value, label: REPAIR_RESULTS[value].label }))
}

function actionsOf(state: RepairState): RepairAction[] {
  if (state === 'in_error') return []
  if (isRepairRunning(state)) return ['photo', 'assign', 'exception', 'error']
  return state === 'done' ? ['photo', 'reopen', 'error'] : ['photo', 'assign', 'reopen', 'error']
}
