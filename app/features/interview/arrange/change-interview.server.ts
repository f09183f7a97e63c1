import type { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { interview } from '../../../../db/schema/interview.ts'
import { type ArrangeRefusal, decideAppointment } from '../../../domain/interview/interview.ts'
import { CHANGE_REASONS } from '../../../domain/interview/interview-place.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { choiceOf, typedText } from '../../../forms/form-fields.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { addMissingBookings } from '../add-missing-bookings.server.ts'
import { type InterviewKey, interviewOf, lockInterview } from '../lock-interview.server.ts'
import { arrangeInterviewInput, columnsOfInterview } from './arrange-entries.server.ts'

export const changeInterviewInput = arrangeInterviewInput.extend({
  reason: choiceOf(CHANGE_REASONS, 'Choose why it changes'),
  /** The version that the writer saw. */
  seenVersion: typedText(20),
})

export type ChangeInterviewInput = z.output<typeof changeInterviewInput> & InterviewKey

export type ChangeInterviewRefusal =
  | { kind: 'not-found' }
  | { kind: 'interview-over' }
  | { kind: 'interview-changed-since' }
  | ArrangeRefusal

/** Changes where, when and with whom an interview is. What is booked for another time then stands out. */
export function changeInterview(
  asking: Asking,
  input: ChangeInterviewInput,
): Promise<Result<{ changed: string[] }, ChangeInterviewRefusal | AlreadyDone>> {
  return writeOnce(asking, 'change-interview', input, (tx) => changeIn(tx, asking, input))
}

async function changeIn(
  tx: Tx,
  asking: Asking,
  { caseId, interviewId, reason, seenVersion, ...arranged }: ChangeInterviewInput,
): Promise<Result<{ changed: string[] }, ChangeInterviewRefusal>> {
  const key = { caseId, interviewId }
  const held = await lockInterview(tx, asking.actor, key)
  if (!held) return refused({ kind: 'not-found' })
  if (held.row.state !== 'arranged') return refused({ kind: 'interview-over' })
  if (String(held.row.version) !== seenVersion) return refused({ kind: 'interview-changed-since' })
  const decided = decideAppointment(held.file, arranged)
  if (!decided.ok) return decided
  const { startsAt } = decided.value
  const columns = { ...columnsOfInterview(arranged), startsAt }
  const changed = (Object.keys(columns) as (keyof typeof columns)[]).filter(
    (name) => JSON.stringify(columns[name]) !== JSON.stringify(held.row[name]),
  )
  await addMissingBookings(tx, asking, key, held.file.clientId)
  if (changed.length === 0) return done({ changed })
  await tx
    .update(interview)
    .set({ ...columns, version: held.row.version + 1 })
    .where(interviewOf(asking.actor, key))
  const data = { interviewId, startsAt: startsAt.toISOString(), place: arranged.place, reason, changed }
  await recordEvent(tx, asking, { kind: 'interview-changed', data, caseId, subjectId: interviewId })
  return done({ changed })
}
