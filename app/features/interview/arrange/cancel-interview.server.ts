import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { interview } from '../../../../db/schema/interview.ts'
import { CANCEL_REASONS } from '../../../domain/interview/interview-place.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { choiceOf } from '../../../forms/form-fields.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { type InterviewKey, interviewOf, lockInterview } from '../lock-interview.server.ts'

export const cancelInterviewInput = z.object({
  reason: choiceOf(CANCEL_REASONS, 'Choose why the interview is cancelled'),
})

export type CancelInterviewRefusal = { kind: 'not-found' } | { kind: 'interview-over' }

/** Cancels an interview. What was saved of it stays in the case. */
export function cancelInterview(
  asking: Asking,
  input: z.output<typeof cancelInterviewInput> & InterviewKey,
): Promise<Result<null, CancelInterviewRefusal | AlreadyDone>> {
  const { actor, now } = asking
  const { caseId, interviewId, reason } = input
  return writeOnce<null, CancelInterviewRefusal>(asking, 'cancel-interview', input, async (tx) => {
    const held = await lockInterview(tx, actor, input)
    if (!held) return refused({ kind: 'not-found' })
    if (held.row.state !== 'arranged') return refused({ kind: 'interview-over' })
    await tx
      .update(interview)
      .set({ state: 'cancelled', cancelReason: reason, endedAt: now, version: held.row.version + 1 })
      .where(interviewOf(actor, input))
    const data = { interviewId, startsAt: held.row.startsAt.toISOString(), reason }
    await recordEvent(tx, asking, { kind: 'interview-cancelled', data, caseId, subjectId: interviewId })
    return done(null)
  })
}
