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
import { REPAIR_KINDS, type RepairKind } from '../../domain/repairs/repair-kind.ts'
import { NO_PHOTO_REASONS } from '../../domain/repairs/repair-reason.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { storeFile } from '../../files/store-file.server.ts'
import { optionalChoiceOf, typedUpload } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { lockRepair, oneRepair, type RepairNotHeld, type SeenRepair, seenRepairEntries } from './lock-repair.server.ts'

/** The question about the photo, alone or with the removal. */
export const photoEntries = {
  photo: optionalChoiceOf({ taken: true, not_taken: true }),
  noPhotoReason: optionalChoiceOf(NO_PHOTO_REASONS),
}

export const answerPhotoInput = z.object({
  ...seenRepairEntries,
  ...photoEntries,
  photoFile: typedUpload().default(null),
})

export type AnswerPhotoInput = z.output<typeof answerPhotoInput> & SeenRepair

export type AnswerPhotoRefusal =
  | RepairNotHeld
  | PhotoRefusal
  | { kind: 'repair-ended'; state: RepairState }
  | { kind: 'photo-of-result-missing' }

/** Keeps a photo from before the work, or why there is none; once the work is done, a photo of the result. */
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
  const { kind } = locked.value
  const state = repairState(locked.value)
  if (state === 'in_error') return refused({ kind: 'repair-ended', state })
  const answered = checkPhoto(input.photoFile ? { photo: 'taken', noPhotoReason: '' } : readPhoto(input))
  if (state !== 'done' && !answered.ok) return answered
  if (state === 'done' && !input.photoFile) return refused({ kind: 'photo-of-result-missing' })
  const stored = await storePhoto(
    tx,
    asking,
    input,
    `${REPAIR_KINDS[kind].label}, ${state === 'done' ? 'after' : 'before'}`,
  )
  if (!stored.ok) return stored
  const { fileId } = stored.value
  const before = { ...(answered.ok && answered.value), photoFileId: fileId ?? locked.value.photoFileId }
  await tx
    .update(repair)
    .set({ ...(state === 'done' ? { afterFileId: fileId } : before), version: now })
    .where(oneRepair(actor, input))
  if (state !== 'done' && answered.ok) await recordPhoto(tx, asking, { ...input, kind }, answered.value)
  return done(null)
}

async function storePhoto(tx: Tx, asking: Asking, { caseId, photoFile }: AnswerPhotoInput, shows: string) {
  if (!photoFile) return done({ fileId: null })
  return storeFile(tx, asking, { caseId, upload: photoFile, kind: 'photo', shows })
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
