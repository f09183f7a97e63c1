import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { repair } from '../../../db/schema/repair.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import {
  checkPhoto,
  type PhotoAnswer,
  type PhotoRefusal,
  type RepairState,
  repairState,
} from '../../domain/repairs/repair.ts'
import type { RepairEventData } from '../../domain/repairs/repair-event-data.ts'
import type { RepairKind } from '../../domain/repairs/repair-kind.ts'
import { NO_PHOTO_REASONS } from '../../domain/repairs/repair-reason.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { optionalChoiceOf } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { lockRepair, oneRepair, type RepairNotHeld, type SeenRepair, seenRepairEntries } from './lock-repair.server.ts'

/** The question about the photo, alone or with the removal. */
export const photoEntries = {
  photo: optionalChoiceOf({ taken: true, not_taken: true }),
  noPhotoReason: optionalChoiceOf(NO_PHOTO_REASONS),
}

export const answerPhotoInput = z.object({ ...seenRepairEntries, ...photoEntries })

export type AnswerPhotoInput = z.output<typeof answerPhotoInput> & SeenRepair

export type AnswerPhotoRefusal = RepairNotHeld | PhotoRefusal | { kind: 'repair-ended'; state: RepairState }

/** Records that a photo was taken before the work, or why there is none. */
export function answerPhoto(
  asking: Asking,
  input: AnswerPhotoInput,
): Promise<Result<null, AnswerPhotoRefusal | AlreadyDone>> {
  return writeOnce(asking, 'answer-photo', input, (tx) => answerIn(tx, asking, input))
}

async function answerIn(tx: Tx, asking: Asking, input: AnswerPhotoInput): Promise<Result<null, AnswerPhotoRefusal>> {
  const { actor, now } = asking
  const locked = await lockRepair(tx, actor, input)
  if (!locked.ok) return locked
  const state = repairState(locked.value)
  if (state === 'done' || state === 'in_error') return refused({ kind: 'repair-ended', state })
  const answered = checkPhoto(readPhoto(input))
  if (!answered.ok) return answered
  await tx
    .update(repair)
    .set({ ...answered.value, version: now })
    .where(oneRepair(actor, input))
  await recordPhoto(tx, asking, { ...input, kind: locked.value.kind }, answered.value)
  return done(null)
}

export function readPhoto(input: Pick<AnswerPhotoInput, 'photo' | 'noPhotoReason'>): PhotoAnswer {
  return { photo: input.photo ?? '', noPhotoReason: input.noPhotoReason ?? '' }
}

export async function recordPhoto(
  tx: Tx,
  asking: Asking,
  { caseId, repairId, kind }: { caseId: string; repairId: string; kind: RepairKind },
  { photo, noPhotoReason }: PhotoAnswer,
): Promise<void> {
  const of = { repairId, repairKind: kind }
  const data: RepairEventData['repair-photo-answered'] | null =
    photo === 'taken' ? { ...of, photo } : noPhotoReason ? { ...of, photo: 'not_taken', reason: noPhotoReason } : null
  if (data) await recordEvent(tx, asking, { kind: 'repair-photo-answered', data, caseId, subjectId: repairId })
}
